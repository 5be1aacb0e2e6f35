package org.readingroom.report.template;

import java.util.List;
import org.readingroom.report.model.SectionKind;

/// The lines a template gives one section.
public record TemplateSection(SectionKind kind, List<TemplateLine> lines) {
    public TemplateSection {
        lines = List.copyOf(lines);
    }
}
