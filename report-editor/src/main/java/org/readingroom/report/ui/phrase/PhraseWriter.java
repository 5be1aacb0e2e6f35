package org.readingroom.report.ui.phrase;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.phrase.Abbreviation;
import org.readingroom.report.phrase.Phrase;
import org.readingroom.report.phrase.PhraseInsertion;
import org.readingroom.report.ui.AtCaret;
import org.readingroom.report.ui.ReportEditorView;
import org.readingroom.report.ui.ReportEditorViewModel;

/// Writes phrases into one opened report.
///
/// **Thread:** `fx`.
public final class PhraseWriter {
    private final ReportEditorView view;
    private final ReportEditorViewModel model;
    private final PhraseShelf shelf;
    private final ObservableValue<Messages> messages;
    private final BlankTour blanks;

    public PhraseWriter(
            ReportEditorView view, ReportEditorViewModel model, PhraseShelf shelf, ObservableValue<Messages> messages) {
        this.view = view;
        this.model = model;
        this.shelf = shelf;
        this.messages = messages;
        this.blanks = new BlankTour(view);
        view.addKey(new KeyCodeCombination(KeyCode.TAB), () -> expandMarked() || blanks.step(false));
        view.addKey(new KeyCodeCombination(KeyCode.TAB, KeyCombination.SHIFT_DOWN), () -> blanks.step(true));
    }

    /// Expands what stands before the caret when it names a phrase; else shows the list there.
    public void write() {
        SectionKind kind = target();
        if (!model.isEditable(kind)) {
            model.say("report.ui.locked");
            return;
        }
        Optional<Abbreviation> typed = typed(kind);
        Optional<Phrase> named = typed.flatMap(one -> one.expand(shelf.books()));
        if (named.isPresent()) {
            insert(kind, typed.get().start(), typed.get().end(), named.get());
            return;
        }
        TextArea area = view.area(kind);
        int from = typed.filter(Abbreviation::isMarked)
                .map(Abbreviation::start)
                .orElse(area.getSelection().getStart());
        int to = area.getSelection().getEnd();
        PhraseList list = new PhraseList(
                shelf,
                model.report().language(),
                typed.filter(Abbreviation::isMarked).map(Abbreviation::word).orElse(""),
                AtCaret.of(area, view),
                key -> messages.getValue().get(key),
                phrase -> {
                    view.hideOver();
                    insert(kind, from, to, phrase);
                },
                view::hideOver);
        view.showOver(list);
        list.requestFocus();
    }

    /// Goes to the next blank of the report.
    public void nextBlank() {
        if (!blanks.find()) {
            model.say("report.ui.phrase.no-blank");
        }
    }

    /// What is marked as a shortcut but names no phrase, or several, asks; Tab does not lead out of the text then.
    private boolean expandMarked() {
        SectionKind kind = view.written();
        if (!view.area(kind).isFocused() || !model.isEditable(kind)) {
            return false;
        }
        Optional<Abbreviation> typed = typed(kind).filter(Abbreviation::isMarked);
        Optional<Phrase> named = typed.flatMap(one -> one.expand(shelf.books()));
        if (named.isPresent()) {
            insert(kind, typed.get().start(), typed.get().end(), named.get());
        } else if (typed.isPresent()) {
            write();
        }
        return typed.isPresent();
    }

    private void insert(SectionKind kind, int from, int to, Phrase phrase) {
        PhraseInsertion insertion = PhraseInsertion.of(model.report(), kind, from, to, phrase.text());
        if (model.write(insertion::edit)) {
            blanks.begin(kind, insertion.at(), insertion.end());
        }
    }

    private SectionKind target() {
        return model.isEditable(view.written())
                ? view.written()
                : model.isEditable(SectionKind.ADDENDUM) ? SectionKind.ADDENDUM : SectionKind.FINDINGS;
    }

    private Optional<Abbreviation> typed(SectionKind kind) {
        TextArea area = view.area(kind);
        return area.getSelection().getLength() == 0
                ? Abbreviation.before(area.getText(), area.getCaretPosition())
                : Optional.empty();
    }
}
