package org.readingroom.report.model;

import java.util.List;

/// One sentence with what it rests on.
///
/// `text` keeps its closing mark and the white space behind it, so that a section's text is exactly
/// its sentences laid end to end.
public record ReportSentence(
        SentenceId id,
        String text,
        SentenceOrigin origin,
        List<EvidenceAnchor> evidence,
        List<BoundMeasurement> measurements,
        List<CodedConcept> concepts) {
    public ReportSentence {
        evidence = List.copyOf(evidence);
        measurements = List.copyOf(measurements);
        concepts = List.copyOf(concepts);
    }

    /// A new sentence that rests on nothing yet.
    public static ReportSentence of(String text, SentenceOrigin origin) {
        return new ReportSentence(SentenceId.create(), text, origin, List.of(), List.of(), List.of());
    }

    /// The words without the white space around them.
    public String words() {
        return text.strip();
    }

    public ReportSentence withText(String newText) {
        return new ReportSentence(id, newText, origin, evidence, measurements, concepts);
    }

    public ReportSentence withOrigin(SentenceOrigin newOrigin) {
        return new ReportSentence(id, text, newOrigin, evidence, measurements, concepts);
    }
}
