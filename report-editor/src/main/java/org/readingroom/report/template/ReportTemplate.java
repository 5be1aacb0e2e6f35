package org.readingroom.report.template;

import java.util.List;
import java.util.Set;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;

/// A report to start from.
///
/// `modalities` are DICOM modality codes and `bodyParts` the names below, both empty for "any". A
/// field without a value stands in the text as `【name】`, which must be gone before the report is
/// signed.
public record ReportTemplate(
        String id,
        String title,
        ReportLanguage language,
        Set<String> modalities,
        Set<BodyPart> bodyParts,
        List<TemplateSection> sections) {
    public ReportTemplate {
        modalities = Set.copyOf(modalities);
        bodyParts = Set.copyOf(bodyParts);
        sections = List.copyOf(sections);
    }

    /// The words a template gives one section.
    public record TemplateSection(SectionKind kind, String text) {}

    /// The template's sections as new sentences that rest on nothing yet.
    public List<Section> fill() {
        return sections.stream()
                .map(section -> new Section(
                        section.kind(),
                        SentenceSplitter.split(section.text()).stream()
                                .map(text -> ReportSentence.of(text, SentenceOrigin.TEMPLATE))
                                .toList()))
                .toList();
    }
}
