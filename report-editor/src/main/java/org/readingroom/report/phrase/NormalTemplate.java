package org.readingroom.report.phrase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.BodyPart;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateHead;
import org.readingroom.report.template.TemplateLibrary;

/// The template whose untouched words may stand as a normal report of a study: the best one there is, and only when it
/// is of just this modality, part of the body, sex, procedure and contrast. Nothing suits nearly.
// [impl->req~report.phrase.normal-key~1]
public final class NormalTemplate {
    private final StudyIdentity study;
    private final Set<BodyPart> shown;

    private NormalTemplate(StudyIdentity study) {
        this.study = study;
        this.shown = BodyPart.allIn(study.bodyPart() + "\n" + study.description());
    }

    /// The one for the study of `report`; empty when the best leaves something open or says what nobody said.
    public static Optional<ReportTemplate> of(TemplateLibrary library, Report report) {
        NormalTemplate choice = new NormalTemplate(report.study());
        return library.best(report.study(), report.language())
                .filter(template -> choice.isOfThis(template.head()))
                .filter(template -> choice.isWhole(template.head(), template.fill(report)));
    }

    private boolean isOfThis(TemplateHead head) {
        boolean isOfSex =
                head.sexes().isEmpty() || head.sexes().contains(study.patient().sex());
        return head.modalities().contains(study.modality()) && isOfSex && isOfParts(head) && isOfProcedure(head);
    }

    /// Shows what the template speaks of, and nothing that it does not.
    private boolean isOfParts(TemplateHead head) {
        Set<BodyPart> titled = BodyPart.allIn(head.title());
        boolean isMeant = shown.stream()
                .anyMatch(part -> head.parts().contains(part)
                        && (titled.isEmpty() || titled.stream().anyMatch(part::isIn)));
        return isMeant
                && shown.stream()
                        .allMatch(part -> head.parts().contains(part)
                                || head.parts().stream().anyMatch(each -> each.isIn(part)));
    }

    /// A template that names a procedure is for studies that name it, and all of the regions it speaks of.
    private boolean isOfProcedure(TemplateHead head) {
        return head.words().isEmpty()
                || TemplateScope.isNamed(head, study)
                        && head.parts().stream()
                                .filter(part ->
                                        head.parts().stream().noneMatch(each -> each != part && part.isIn(each)))
                                .allMatch(root -> shown.stream().anyMatch(part -> part.isIn(root)));
    }

    private boolean isWhole(TemplateHead head, List<Section> sections) {
        return TemplateScope.isEnhanced(head, sections) == ContrastWords.areIn(study.description())
                && sections.stream()
                        .noneMatch(section -> PhraseText.next(section.text(), 0).isPresent());
    }
}
