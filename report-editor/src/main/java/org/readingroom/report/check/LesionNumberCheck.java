package org.readingroom.report.check;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.prior.PriorQuote;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.WrongNumber;

/// Each of several lesions goes by its own number. Silent for a report whose template is not known here, and once there
/// is an addendum: the words before it are signed, and it may number what it adds.
// [impl->req~report.check.lesion-number~1]
final class LesionNumberCheck implements ReportCheck {
    private final Function<String, Optional<ReportTemplate>> templates;

    /// `templates` finds one by its id.
    LesionNumberCheck(Function<String, Optional<ReportTemplate>> templates) {
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
                .ifPresent(template -> WrongNumber.of(
                                template, report, sentence -> !PriorQuote.isQuotation(sentence.text()))
                        .forEach(wrong -> found.accept(
                                Concern.at("lesion.number", wrong.section(), wrong.sentence(), wrong.said()))));
    }
}
