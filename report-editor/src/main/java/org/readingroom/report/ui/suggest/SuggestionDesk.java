package org.readingroom.report.ui.suggest;

import javafx.beans.value.ObservableValue;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.ui.AtCaret;
import org.readingroom.report.ui.ReportEditorView;

/// Brings suggestions to the caret of one report and their list over it.
///
/// **Thread:** `fx`.
public final class SuggestionDesk {
    private final ReportEditorView view;
    private final SuggestionsModel model;
    private final ObservableValue<Messages> messages;

    public SuggestionDesk(ReportEditorView view, SuggestionsModel model, ObservableValue<Messages> messages) {
        this.view = view;
        this.model = model;
        this.messages = messages;
        model.openProperty().subscribe(isOpen -> {
            if (isOpen) {
                show();
            }
        });
    }

    /// Asks for the section that has, or had last, the caret.
    public void ask() {
        SectionKind kind = view.written();
        model.ask(kind, view.area(kind).getCaretPosition());
    }

    private void show() {
        SuggestionList list = new SuggestionList(model, AtCaret.of(view.area(model.section()), view), this::say, () -> {
            model.close();
            view.hideOver();
        });
        if (view.showOver(list)) {
            list.requestFocus();
        } else {
            model.close();
        }
    }

    private String say(String key, Object[] arguments) {
        return messages.getValue().get(key, arguments);
    }
}
