package org.readingroom.report.phrase;

import java.util.List;
import java.util.Locale;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateHead;
import org.readingroom.report.template.TemplateLibrary;

/// Which studies the sentences of a template are for: those of its modality, region and sex, of the procedure that it
/// names, and with a contrast medium or without, as it is.
// [impl->req~report.suggest.stock-scope~1]
public record TemplateScope(TemplateHead head, boolean isEnhanced) {
    /// `filled` is what the untouched template says.
    public static TemplateScope of(ReportTemplate template, List<Section> filled) {
        return new TemplateScope(template.head(), isEnhanced(template.head(), filled));
    }

    public boolean covers(StudyIdentity study) {
        return !TemplateLibrary.isForOthers(head, study)
                && (head.words().isEmpty() || isNamed(head, study))
                && isEnhanced == ContrastWords.areIn(study.description());
    }

    static boolean isEnhanced(TemplateHead head, List<Section> filled) {
        String technique = filled.stream()
                .filter(section -> section.kind() == SectionKind.TECHNIQUE)
                .map(Section::text)
                .findFirst()
                .orElse("");
        return ContrastWords.areIn(head.title() + "\n" + head.description() + "\n" + technique);
    }

    /// Whether the study names a procedure of the template.
    static boolean isNamed(TemplateHead head, StudyIdentity study) {
        String said = (study.bodyPart() + "\n" + study.description()).toUpperCase(Locale.ROOT);
        return head.words().stream().anyMatch(word -> said.contains(word.toUpperCase(Locale.ROOT)));
    }
}
