package org.readingroom.report.ui.suggest;

import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SectionKind;
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
        SuggestionList list = new SuggestionList(model, caret(view.area(model.section())), this::say, () -> {
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

    private Bounds caret(TextArea area) {
        int at = Math.min(area.getCaretPosition(), Math.max(0, area.getLength() - 1));
        Rectangle2D letter = area.getSkin() instanceof TextAreaSkin skin && area.getLength() > 0
                ? skin.getCharacterBounds(at)
                : null;
        Bounds own = letter == null
                ? new BoundingBox(24, 4, 1, 18)
                : new BoundingBox(letter.getMinX(), letter.getMinY(), letter.getWidth(), letter.getHeight());
        return view.sceneToLocal(area.localToScene(own));
    }
}
