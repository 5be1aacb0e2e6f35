package org.readingroom.report.check;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.LostValue;
import org.readingroom.report.template.ReportTemplate;

/// What a template computed, a category above all, still follows from what the report says. Silent for a report whose
/// template is not known here, and once there is an addendum: then the words before it are signed, and nobody there may
/// mend them.
// [impl->req~report.check.computed~1]
final class ComputedCheck implements ReportCheck {
    private final Function<String, Optional<ReportTemplate>> templates;

    /// `templates` finds one by its id.
    ComputedCheck(Function<String, Optional<ReportTemplate>> templates) {
        this.templates = templates;
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        Report report = reading.context().report();
        boolean isSigned = !report.section(SectionKind.ADDENDUM).isBlank();
        if (report.templateId().isEmpty() || isSigned) {
            return;
        }
        templates
                .apply(report.templateId())
                .ifPresent(template -> LostValue.of(template, report)
                        .forEach(lost -> found.accept(Concern.at(
                                "computed.lost",
                                lost.section(),
                                lost.sentence(),
                                lost.value().name(),
                                lost.value().value()))));
    }
}
