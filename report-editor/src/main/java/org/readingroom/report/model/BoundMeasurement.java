package org.readingroom.report.model;

import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;

/// A measured number and the way it stands in a sentence.
///
/// `measurement` is the full number at the time of writing; `shown` is the very text in the
/// sentence, such as `8.3 mm`.
public record BoundMeasurement(AnnotationId annotation, Measurement measurement, String shown) {
    public BoundMeasurement {
        if (!Double.isFinite(measurement.value())) {
            throw new IllegalArgumentException("measured value " + measurement.value() + " is not finite");
        }
    }
}
