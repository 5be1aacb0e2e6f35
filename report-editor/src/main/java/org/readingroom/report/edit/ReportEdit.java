package org.readingroom.report.edit;

import java.util.List;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.viewer.edit.Edit;

/// Puts some sections, and the template's name, in the place of others.
///
/// **Errors:** [IllegalArgumentException] when applied to a report whose sections are not those it
/// was made for: it would undo someone else's words.
public record ReportEdit(
        List<Section> before, List<Section> after, String templateBefore, String templateAfter, String labelKey)
        implements Edit<Report> {
    public ReportEdit {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    @Override
    public Report apply(Report report) {
        return exchange(report, before, after, templateBefore).withTemplateId(templateAfter);
    }

    @Override
    public Report revert(Report report) {
        return exchange(report, after, before, templateAfter).withTemplateId(templateBefore);
    }

    private static Report exchange(Report report, List<Section> out, List<Section> in, String template) {
        if (!report.templateId().equals(template)) {
            throw new IllegalArgumentException("edit was made for a report of template '" + template + "'");
        }
        for (Section section : out) {
            if (!report.section(section.kind()).equals(section)) {
                throw new IllegalArgumentException("edit was made for another " + section.kind());
            }
        }
        Report changed = report;
        for (Section section : in) {
            changed = changed.with(section);
        }
        return changed;
    }
}
