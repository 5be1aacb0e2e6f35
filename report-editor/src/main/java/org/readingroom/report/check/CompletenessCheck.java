package org.readingroom.report.check;

import java.util.function.Consumer;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.prior.PriorQuote;
import org.readingroom.viewer.model.Patient;

/// Nothing missing: a patient, findings, an impression, not of earlier reports alone; and every machine's sentence
/// taken over by
/// a person.
// [impl->req~report.check.machine-text~1]
final class CompletenessCheck implements ReportCheck {
    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        CheckContext context = reading.context();
        Report report = context.report();
        Patient patient = report.study().patient();
        if (patient.id().value().isBlank()) {
            found.accept(Concern.of("patient.missing", null));
        } else if (patient.name().display().isBlank()) {
            // De-identified studies carry a number and no name; the reader is told and may go on.
            found.accept(Concern.of("patient.nameless", null));
        }
        if (saysNothing(report, SectionKind.FINDINGS)) {
            found.accept(Concern.of("findings.empty", SectionKind.FINDINGS));
        }
        if (saysNothing(report, SectionKind.IMPRESSION)) {
            found.accept(Concern.of("impression.empty", SectionKind.IMPRESSION));
        }
        for (Section section : report.sections()) {
            for (ReportSentence sentence : section.sentences()) {
                if (sentence.isUnaccepted()) {
                    found.accept(Concern.at("machine.text", section.kind(), sentence.id()));
                }
            }
        }
    }

    /// Words of an earlier report say nothing of today.
    // [impl->req~report.prior.not-today~1]
    private static boolean saysNothing(Report report, SectionKind kind) {
        return report.section(kind).sentences().stream()
                .map(ReportSentence::text)
                .allMatch(text -> text.isBlank() || PriorQuote.isQuotationAlone(text));
    }
}
