package org.readingroom.report.template;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;

/// The sections of a report that hold nobody's work: they are blank, or say what the report's template says before
/// anybody has filled it in. What rests on a mark or a measurement is work too.
// [impl->req~report.template.untouched~1]
public final class UntouchedSections {
    private final Report report;
    private final List<Section> blank;

    public UntouchedSections(Report report, TemplateLibrary library) {
        this.report = report;
        this.blank = library.find(report.templateId())
                .map(template -> template.fill(report))
                .orElse(List.of());
    }

    /// Those of `wanted` that overwrite nobody's work. Findings and impression go together or not at all: a normal
    /// impression under findings that somebody wrote, or the reverse, would be a false report.
    public List<Section> among(List<Section> wanted) {
        boolean isWhole = has(SectionKind.FINDINGS) && has(SectionKind.IMPRESSION);
        return wanted.stream()
                .filter(section -> has(section.kind()))
                .filter(section -> isWhole || !isOfThePair(section.kind()))
                .toList();
    }

    private static boolean isOfThePair(SectionKind kind) {
        return kind == SectionKind.FINDINGS || kind == SectionKind.IMPRESSION;
    }

    public boolean has(SectionKind kind) {
        Section section = report.section(kind);
        boolean isBare = section.sentences().stream()
                .allMatch(sentence ->
                        sentence.evidence().isEmpty() && sentence.measurements().isEmpty());
        Optional<Section> first =
                blank.stream().filter(each -> each.kind() == kind).findFirst();
        return isBare
                && (section.isBlank()
                        || first.filter(each -> says(section, each)).isPresent());
    }

    private static boolean says(Section section, Section blank) {
        return section.text().strip().equals(blank.text().strip())
                && values(section).equals(values(blank));
    }

    private static List<String> values(Section section) {
        return section.sentences().stream()
                .flatMap(sentence -> sentence.fields().stream())
                .map(FieldValue::toString)
                .toList();
    }
}
