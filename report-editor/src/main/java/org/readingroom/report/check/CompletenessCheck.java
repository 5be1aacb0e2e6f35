package org.readingroom.report.check;

import java.util.function.Consumer;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.viewer.model.Patient;

/// Nothing missing: a patient, findings, an impression; and every machine's sentence taken over by
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
        if (report.section(SectionKind.FINDINGS).isBlank()) {
            found.accept(Concern.of("findings.empty", SectionKind.FINDINGS));
        }
        if (report.section(SectionKind.IMPRESSION).isBlank()) {
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
}
