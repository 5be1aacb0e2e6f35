package org.readingroom.report.model;

/// A measured number and the way it stands in a sentence.
///
/// `value` is the full number at the time of writing and `unit` its UCUM code (`mm`, `deg`, `mm2`, `[hnsf'U]`,
/// `{pixel}`, `{pixel}2`, `1` for none). `shown` is the very text in the sentence, such as `8.3 mm`.
public record BoundMeasurement(String annotationId, Quantity quantity, double value, String unit, String shown) {
    public BoundMeasurement {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("measured value " + value + " is not finite");
        }
    }
}
