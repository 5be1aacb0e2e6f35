package org.readingroom.report.ui.prior;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextArea;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.prior.PriorQuote;
import org.readingroom.report.prior.PriorReport;
import org.readingroom.report.prior.PriorReports;
import org.readingroom.report.ui.AtCaret;
import org.readingroom.report.ui.ReportEditorView;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.report.ui.SectionWords;

/// Brings the earlier reports of the patient to the caret, and words of one into the section that has it.
///
/// **Thread:** `fx`.
// [impl->req~report.prior.insert~1]
public final class PriorDesk {
    private final ReportEditorView view;
    private final ReportEditorViewModel model;
    private final PriorDoor door;
    private final ObservableValue<Messages> messages;

    public PriorDesk(
            ReportEditorView view, ReportEditorViewModel model, PriorDoor door, ObservableValue<Messages> messages) {
        this.view = view;
        this.model = model;
        this.door = door;
        this.messages = messages;
    }

    /// Asks for the earlier reports; a notice says when nothing may be written now.
    public void ask() {
        if (target().isEmpty()) {
            model.say("report.ui.locked");
            return;
        }
        door.ask(model.report(), this::answered);
    }

    private void answered(PriorReports found) {
        Optional<SectionKind> target = target();
        if (target.isEmpty()) {
            model.say("report.ui.locked");
            return;
        }
        if (found.reports().isEmpty() && !isOfEarlierAnswer(found)) {
            model.say(none(found));
            return;
        }
        PriorList list = new PriorList(
                found,
                AtCaret.of(view.area(target.get()), view),
                (key, arguments) -> messages.getValue().get(key, arguments),
                this::insert,
                view::hideOver);
        if (view.showOver(list)) {
            list.requestFocus();
        }
    }

    /// Whether the RIS could not be asked and nothing more is known than what it told before: the list says when that
    /// was.
    private static boolean isOfEarlierAnswer(PriorReports found) {
        return found.outside().stream().anyMatch(said -> said.key().equals("report.outside.not-asked"));
    }

    /// Why there is none: what could not be asked for is not the same as nothing.
    private static String none(PriorReports found) {
        return found.withheld() > 0
                ? "report.ui.prior.none-valid"
                : found.outside().stream()
                        .filter(said -> said.arguments().isEmpty())
                        .map(PriorReports.Said::key)
                        .findFirst()
                        .orElse("report.ui.prior.none");
    }

    private void insert(PriorReport prior, List<String> words) {
        view.hideOver();
        SectionKind kind = target().orElse(SectionKind.FINDINGS);
        TextArea area = view.area(kind);
        int caret = area.getCaretPosition();
        boolean isWritten = model.write(now -> PriorQuote.edit(
                now,
                kind,
                SectionWords.after(now.section(kind), caret),
                prior,
                words,
                model.isEditable(SectionKind.TECHNIQUE)));
        if (isWritten) {
            area.requestFocus();
            area.positionCaret(end(kind, caret));
        }
    }

    /// Behind the sentence that follows the one at `caret`: the one that was written.
    private int end(SectionKind kind, int caret) {
        int end = 0;
        boolean isBehind = false;
        for (var sentence : model.report().section(kind).sentences()) {
            end += sentence.text().length();
            if (isBehind) {
                return end;
            }
            isBehind = caret <= end;
        }
        return end;
    }

    /// The section that has, or had last, the caret, else the first that may be written.
    private Optional<SectionKind> target() {
        return Stream.of(view.written(), SectionKind.FINDINGS, SectionKind.ADDENDUM, SectionKind.CONSULTATION)
                .filter(model::isEditable)
                .findFirst();
    }
}
