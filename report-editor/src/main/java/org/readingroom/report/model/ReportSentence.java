package org.readingroom.report.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sentence with what it rests on.
///
/// `text` keeps its closing mark and the white space behind it, so that a section's text is exactly
/// its sentences laid end to end. `fields` are the structured values it says; `suggestion` is null
/// for what no machine suggested.
public record ReportSentence(
        SentenceId id,
        String text,
        SentenceOrigin origin,
        List<EvidenceAnchor> evidence,
        List<BoundMeasurement> measurements,
        List<CodedConcept> concepts,
        List<FieldValue> fields,
        @Nullable SuggestionTrace suggestion) {
    public ReportSentence {
        evidence = List.copyOf(evidence);
        measurements = List.copyOf(measurements);
        concepts = List.copyOf(concepts);
        fields = List.copyOf(fields);
    }

    /// A sentence without structured values that nobody suggested.
    public ReportSentence(
            SentenceId id,
            String text,
            SentenceOrigin origin,
            List<EvidenceAnchor> evidence,
            List<BoundMeasurement> measurements,
            List<CodedConcept> concepts) {
        this(id, text, origin, evidence, measurements, concepts, List.of(), null);
    }

    /// A new sentence that rests on nothing yet.
    public static ReportSentence of(String text, SentenceOrigin origin) {
        return new ReportSentence(SentenceId.create(), text, origin, List.of(), List.of(), List.of());
    }

    /// The words without the white space around them.
    public String words() {
        return text.strip();
    }

    /// Whether nobody has said yes to these words of a machine; they are never signed.
    public boolean isUnaccepted() {
        return origin == SentenceOrigin.MACHINE
                || suggestion != null && suggestion.act() == SuggestionTrace.Act.PENDING;
    }

    /// A person says yes to a machine's words as they stand.
    public ReportSentence takenOver() {
        SuggestionTrace trace = suggestion;
        boolean isPending = trace != null && trace.act() == SuggestionTrace.Act.PENDING;
        return withOrigin(SentenceOrigin.HUMAN).withSuggestion(trace != null && isPending ? trace.accepted() : trace);
    }

    public ReportSentence withId(SentenceId newId) {
        return new ReportSentence(newId, text, origin, evidence, measurements, concepts, fields, suggestion);
    }

    public ReportSentence withText(String newText) {
        return new ReportSentence(id, newText, origin, evidence, measurements, concepts, fields, suggestion);
    }

    public ReportSentence withOrigin(SentenceOrigin newOrigin) {
        return new ReportSentence(id, text, newOrigin, evidence, measurements, concepts, fields, suggestion);
    }

    public ReportSentence withFields(List<FieldValue> newFields) {
        return new ReportSentence(id, text, origin, evidence, measurements, concepts, newFields, suggestion);
    }

    public ReportSentence withSuggestion(@Nullable SuggestionTrace newSuggestion) {
        return new ReportSentence(id, text, origin, evidence, measurements, concepts, fields, newSuggestion);
    }

    /// The same, resting on the marks of `other` too. What a machine suggested of either stays known.
    public ReportSentence joinedBy(ReportSentence other) {
        return new ReportSentence(
                id,
                text,
                origin,
                Lists.joined(evidence, other.evidence),
                Lists.joined(measurements, other.measurements),
                Lists.joined(concepts, other.concepts),
                Lists.joined(fields, other.fields),
                suggestion == null ? other.suggestion : suggestion);
    }

    /// A person wrote `newText` over the words: they are the person's own now. The values it said are kept as they
    /// were, no longer followed.
    public ReportSentence rewritten(String newText) {
        return new ReportSentence(
                id,
                newText,
                SentenceOrigin.HUMAN,
                evidence,
                measurements,
                concepts,
                fields.stream().map(FieldValue::leftBehind).toList(),
                suggestion == null ? null : suggestion.rewritten(newText));
    }
}
