package org.readingroom.services.reading;

import java.util.Optional;
import org.readingroom.report.edit.SectionText;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;

/// The words of a report on the server, with the sentences they are made of.
///
/// Another desk of ours sends its sentences along. Another program sends but the words of the conclusion: they are
/// matched with the sentences that stood there, and what is new there is new here.
final class TheirWords {
    private TheirWords() {}

    static Report of(FiledReport filed, Report ground) {
        Optional<SignedReport> signed = filed.signed();
        Report sentences = signed.map(SignedReport::report)
                .filter(report -> report.id().equals(ground.id()))
                .orElse(ground);
        String conclusion = filed.conclusion().strip();
        return sentences.text(SectionKind.IMPRESSION).strip().equals(conclusion)
                ? sentences
                : sentences.with(SectionText.replace(sentences.section(SectionKind.IMPRESSION), filed.conclusion()));
    }
}
