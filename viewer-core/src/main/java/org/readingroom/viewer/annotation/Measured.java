package org.readingroom.viewer.annotation;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.PixelScale.Source;

/// The numbers of one annotation, and the message keys of what a reader must know about them: measured in
/// pixels, at the detector, calibrated.
public record Measured(AnnotationId annotation, List<Measurement> measurements, List<String> caveatKeys) {
    public Measured {
        measurements = List.copyOf(measurements);
        caveatKeys = List.copyOf(caveatKeys);
    }

    public Optional<Measurement> of(Measurement.Quantity quantity) {
        return measurements.stream().filter(m -> m.quantity() == quantity).findFirst();
    }

    /// Whether a length that a person stated is what these numbers rest on.
    public boolean isCalibratedByHand() {
        return caveatKeys.contains(Source.CALIBRATED_BY_HAND.caveatKey())
                || caveatKeys.contains(Source.CALIBRATED_AGAINST_FILE.caveatKey());
    }
}
