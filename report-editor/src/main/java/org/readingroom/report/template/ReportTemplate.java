package org.readingroom.report.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.TemplateLine.PlacedField;

/// A report to start from: lines with fields, under the headings of the report.
///
/// Each [SectionKind] is there at most once, each field stands in one place.
public record ReportTemplate(
        TemplateHead head,
        List<TemplateSection> sections,
        Map<String, TemplateField> fields,
        Map<String, PlacedField> places,
        TemplateRepeats repeats) {
    public ReportTemplate {
        sections = List.copyOf(sections);
        fields = Map.copyOf(fields);
        places = Map.copyOf(places);
    }

    static ReportTemplate of(
            TemplateHead head, List<TemplateSection> sections, List<TemplateField> fields, TemplateRepeats repeats) {
        Map<String, TemplateField> byId = new HashMap<>();
        fields.forEach(field -> byId.put(field.id(), field));
        Map<String, PlacedField> places = new HashMap<>();
        sections.forEach(section ->
                section.lines().forEach(line -> line.placed().forEach(place -> places.put(place.field(), place))));
        return new ReportTemplate(head, sections, byId, places, repeats);
    }

    /// The template as its file has it, each repeated group once.
    public ReportTemplate written() {
        ReportTemplate written = repeats.written();
        return written == null ? this : written;
    }

    public String id() {
        return head.id();
    }

    public String title() {
        return head.title();
    }

    public ReportLanguage language() {
        return head.language();
    }

    public List<TemplateLine> lines(SectionKind kind) {
        return section(kind).map(TemplateSection::lines).orElse(List.of());
    }

    public Optional<TemplateSection> section(SectionKind kind) {
        return sections.stream().filter(section -> section.kind() == kind).findFirst();
    }

    /// The fields in the order they are read.
    public List<TemplateField> inOrder() {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> line.placed().stream())
                .flatMap(place -> Optional.ofNullable(fields.get(place.field())).stream())
                .toList();
    }

    /// The template's sections as sentences of `report`.
    public List<Section> fill(Report report) {
        return FormSections.blank(TemplateForm.blank(this, report.study()), report);
    }
}
