package org.readingroom.report.ui.phrase;

import java.util.Optional;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.phrase.PhraseText;
import org.readingroom.report.phrase.PhraseText.Blank;
import org.readingroom.report.ui.ReportEditorView;

/// The way from blank to blank: Tab while there are some, then out of them.
///
/// **Thread:** `fx`.
// [impl->req~report.phrase.tour~1]
final class BlankTour {
    private final ReportEditorView view;
    private @Nullable SectionKind touring;

    BlankTour(ReportEditorView view) {
        this.view = view;
    }

    /// Selects the first blank between `from` and `to`, or puts the caret behind.
    void begin(SectionKind kind, int from, int to) {
        TextArea area = view.area(kind);
        area.requestFocus();
        Optional<Blank> first = PhraseText.next(area.getText(), from).filter(blank -> blank.end() <= to);
        touring = first.isPresent() ? kind : null;
        first.ifPresentOrElse(
                blank -> area.selectRange(blank.start(), blank.end()),
                () -> area.positionCaret(Math.min(to, area.getLength())));
    }

    /// Goes to the next blank of the section that is being filled, or the one before; false when none is being filled,
    /// so that the key does what it always does.
    boolean step(boolean isBack) {
        SectionKind kind = view.written();
        TextArea area = view.area(kind);
        IndexRange selected = area.getSelection();
        boolean isOnBlank = PhraseText.next(area.getText(), selected.getStart())
                .filter(blank -> blank.start() == selected.getStart() && blank.end() == selected.getEnd())
                .isPresent();
        if (!area.isFocused() || touring != kind && !isOnBlank) {
            return false;
        }
        touring = kind;
        String text = area.getText();
        Optional<Blank> found = isBack
                ? PhraseText.previous(text, selected.getStart()).or(() -> PhraseText.previous(text, text.length()))
                : PhraseText.next(text, selected.getEnd()).or(() -> PhraseText.next(text, 0));
        boolean isOnlyOne = !isBack
                && isOnBlank
                && found.filter(blank -> blank.start() == selected.getStart()).isPresent();
        if (found.isEmpty() || isOnlyOne) {
            // The last one: once more stays in the text, so that what is typed on does not land outside.
            touring = null;
            area.positionCaret(selected.getEnd());
        } else {
            area.selectRange(found.get().start(), found.get().end());
        }
        return true;
    }

    /// Goes to the next blank of the whole report, behind the caret first; false when there is none.
    boolean find() {
        SectionKind[] kinds = SectionKind.values();
        int at = view.written().ordinal();
        for (int i = 0; i <= kinds.length; i++) {
            SectionKind kind = kinds[(at + i) % kinds.length];
            TextArea area = view.area(kind);
            Optional<Blank> next =
                    PhraseText.next(area.getText(), i == 0 ? area.getSelection().getEnd() : 0);
            if (area.isEditable() && next.isPresent()) {
                area.requestFocus();
                area.selectRange(next.get().start(), next.get().end());
                touring = kind;
                return true;
            }
        }
        return false;
    }
}
