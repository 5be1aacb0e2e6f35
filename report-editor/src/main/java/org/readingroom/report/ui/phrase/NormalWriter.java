package org.readingroom.report.ui.phrase;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.phrase.NormalTemplate;
import org.readingroom.report.phrase.NormalText;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.UntouchedSections;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.ReportEditorView;
import org.readingroom.report.ui.ReportEditorViewModel;

/// Fills a report in as normal by one key: in the person's own words, else the department's, else by the template
/// made for just such studies. What a person wrote, filled in or rests on a mark stays.
///
/// **Thread:** `fx`.
// [impl->req~report.phrase.normal-key~1]
public final class NormalWriter {
    private final ReportEditorView view;
    private final ReportEditorViewModel model;
    private final PhraseShelf shelf;

    public NormalWriter(ReportEditorView view, ReportEditorViewModel model, PhraseShelf shelf) {
        this.view = view;
        this.model = model;
        this.shelf = shelf;
    }

    /// Fills in, and puts the caret behind the impression.
    public void write() {
        if (model.modeProperty().get() != EditorMode.EDITING) {
            model.say("report.ui.locked");
            return;
        }
        Report report = model.report();
        Optional<NormalText> own = shelf.normal(report.study(), report.language());
        Optional<ReportTemplate> template =
                own.isPresent() ? Optional.empty() : NormalTemplate.of(model.library(), report);
        if (own.isEmpty() && template.isEmpty()) {
            model.say("report.ui.phrase.no-normal");
            return;
        }
        boolean isWritten = own.map(NormalText::sections)
                .or(() -> template.map(each -> each.fill(report)))
                .map(wanted -> fill(wanted, template))
                .orElse(false);
        if (isWritten) {
            TextArea impression = view.area(SectionKind.IMPRESSION);
            impression.requestFocus();
            impression.end();
        }
    }

    /// Findings and impression are written together or not at all: a normal impression under findings that somebody
    /// wrote, or the reverse, would be a false report.
    private boolean fill(List<Section> wanted, Optional<ReportTemplate> template) {
        UntouchedSections untouched = new UntouchedSections(model.report(), model.library());
        if (!untouched.has(SectionKind.FINDINGS) || !untouched.has(SectionKind.IMPRESSION)) {
            model.say("report.ui.phrase.normal-refused");
            return false;
        }
        List<Section> filled = untouched.among(wanted);
        boolean isDone = model.write(now -> template.map(each -> ReportEdits.applyTemplate(now, each.id(), filled))
                .orElseGet(() -> ReportEdits.exchange(now, filled, "report.edit.normal")));
        if (isDone && filled.size() < wanted.size()) {
            model.say("report.ui.template-kept");
        }
        return isDone;
    }

    /// What stands in the report now, as the normal text of such studies; nothing, with a notice, when it cannot be
    /// one.
    public Optional<NormalText> current() {
        Optional<NormalText> normal = NormalText.of(model.report());
        if (normal.isEmpty()) {
            model.say("report.ui.phrase.not-normal");
        }
        return normal;
    }
}
