package org.readingroom.report.model;

import java.util.ArrayList;
import java.util.List;

/// The words of a report and what they rest on, at one moment. Stage, author and version belong to
/// the [SigningAct].
///
/// Every [SectionKind] is present once, in order. `templateId` is empty when none was used.
public record Report(
        ReportId id,
        StudyIdentity study,
        ReportLanguage language,
        String templateId,
        List<Section> sections,
        Polarity conclusion,
        List<KeyImage> keyImages) {
    public Report {
        keyImages = List.copyOf(keyImages);
        List<Section> complete = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            List<Section> ofKind =
                    sections.stream().filter(section -> section.kind() == kind).toList();
            if (ofKind.size() > 1) {
                throw new IllegalArgumentException("section " + kind + " is there " + ofKind.size() + " times");
            }
            complete.add(ofKind.isEmpty() ? Section.empty(kind) : ofKind.getFirst());
        }
        sections = List.copyOf(complete);
    }

    /// A report that nobody marked and that has no key images.
    public Report(
            ReportId id, StudyIdentity study, ReportLanguage language, String templateId, List<Section> sections) {
        this(id, study, language, templateId, sections, Polarity.UNMARKED, List.of());
    }

    /// A new report without words.
    public static Report blank(StudyIdentity study, ReportLanguage language) {
        return new Report(ReportId.create(), study, language, "", List.of());
    }

    public Section section(SectionKind kind) {
        return sections.stream()
                .filter(section -> section.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    public String text(SectionKind kind) {
        return section(kind).text();
    }

    public Report with(Section section) {
        return new Report(
                id,
                study,
                language,
                templateId,
                sections.stream()
                        .map(old -> old.kind() == section.kind() ? section : old)
                        .toList(),
                conclusion,
                keyImages);
    }

    /// The same words of the same study, whose patient is known under another number.
    public Report withStudy(StudyIdentity identity) {
        return new Report(id, identity, language, templateId, sections, conclusion, keyImages);
    }

    public Report withTemplateId(String newTemplateId) {
        return new Report(id, study, language, newTemplateId, sections, conclusion, keyImages);
    }

    public Report withConclusion(Polarity newConclusion) {
        return new Report(id, study, language, templateId, sections, newConclusion, keyImages);
    }

    public Report withKeyImages(List<KeyImage> newKeyImages) {
        return new Report(id, study, language, templateId, sections, conclusion, newKeyImages);
    }

    /// Every sentence, in the order they are read.
    public List<ReportSentence> sentences() {
        return sections.stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }
}
