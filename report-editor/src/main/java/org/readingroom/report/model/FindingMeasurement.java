package org.readingroom.report.model;

/// A measured number before it is put into words; `unit` is its UCUM code.
public record FindingMeasurement(String annotationId, Quantity quantity, double value, String unit) {
    public FindingMeasurement {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("measured value " + value + " is not finite");
        }
    }
}
