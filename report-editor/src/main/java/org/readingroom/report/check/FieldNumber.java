package org.readingroom.report.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.template.FieldMeasurement;
import org.readingroom.report.text.WrittenNumber;
import org.readingroom.viewer.annotation.Measurement;

/// A measured number that stands in a field of the form, in the field's unit and with its decimals.
record FieldNumber(ReportSentence sentence, BoundMeasurement bound, FieldValue value) {
    static Optional<FieldNumber> of(ReportSentence sentence, BoundMeasurement bound) {
        return FieldMeasurement.said(sentence, bound).map(value -> new FieldNumber(sentence, bound, value));
    }

    /// Whether the number is still in the sentence.
    boolean isWritten() {
        BigDecimal wanted = new BigDecimal(value.value());
        return sentence.text().contains(bound.shown())
                && WrittenNumber.in(sentence.text()).stream()
                        .anyMatch(number -> number.value().compareTo(wanted) == 0);
    }

    /// What the mark measures `now`, as the field would show it; empty when that cannot stand in the field.
    Optional<String> shown(Measurement now) {
        return FieldMeasurement.like(value, now)
                .map(number -> number + bound.shown().substring(value.value().length()));
    }

    /// The sentence with the number that the mark has now, in its words and in its value.
    // [impl->req~report.check.stale~1]
    Optional<ReportSentence> renewed(Measurement now) {
        String text = sentence.text();
        int at = text.indexOf(bound.shown());
        boolean isPart = at > 0 && (Character.isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '.');
        Optional<String> number = FieldMeasurement.like(value, now);
        Optional<String> shown = shown(now);
        if (at < 0 || isPart || text.indexOf(bound.shown(), at + 1) >= 0 || number.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        List<BoundMeasurement> measurements = sentence.measurements().stream()
                .map(one -> one.equals(bound) ? new BoundMeasurement(one.annotation(), now, shown.get()) : one)
                .toList();
        List<FieldValue> fields = sentence.fields().stream()
                .map(one -> one.equals(value) && one.isFollowed() ? with(one, number.get()) : one)
                .toList();
        return Optional.of(new ReportSentence(
                sentence.id(),
                text.substring(0, at)
                        + shown.get()
                        + text.substring(at + bound.shown().length()),
                sentence.origin(),
                sentence.evidence(),
                measurements,
                sentence.concepts(),
                fields,
                sentence.suggestion()));
    }

    private static FieldValue with(FieldValue old, String number) {
        return new FieldValue(old.field(), old.role(), old.name(), number, old.unit(), old.concept(), true);
    }
}
