package org.readingroom.report.ui.phrase;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.phrase.NormalText;
import org.readingroom.report.phrase.PhraseText;
import org.readingroom.report.template.BodyPart;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.ReportEditorView;
import org.readingroom.report.ui.ReportEditorViewModel;

/// Fills a report in as normal by one key: in the person's own words, else the department's, else by the template
/// made for this modality and part of the body. What a person wrote, and what rests on a mark, stays.
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
        Optional<ReportTemplate> template = own.isPresent() ? Optional.empty() : template(report);
        if (own.isPresent()) {
            fill(own.get());
        } else if (template.isPresent()) {
            model.apply(template.get());
        } else {
            model.say("report.ui.phrase.no-normal");
            return;
        }
        TextArea impression = view.area(SectionKind.IMPRESSION);
        impression.requestFocus();
        impression.end();
    }

    private void fill(NormalText normal) {
        List<Section> sections = normal.fillable(model.report());
        boolean isKept = sections.size() < normal.sections().size();
        if (sections.isEmpty()) {
            model.say("report.ui.template-kept");
        } else if (model.write(now -> ReportEdits.exchange(now, normal.fillable(now), "report.edit.normal"))
                && isKept) {
            model.say("report.ui.template-kept");
        }
    }

    /// The one made for just this kind of study, if it leaves nothing open.
    private Optional<ReportTemplate> template(Report report) {
        Optional<BodyPart> part = BodyPart.of(report.study());
        return model.templates().stream()
                .filter(template ->
                        template.head().modalities().contains(report.study().modality())
                                && part.filter(template.head().parts()::contains)
                                        .isPresent())
                .filter(template -> template.fill(report).stream()
                        .noneMatch(section -> PhraseText.next(section.text(), 0).isPresent()))
                .findFirst();
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
