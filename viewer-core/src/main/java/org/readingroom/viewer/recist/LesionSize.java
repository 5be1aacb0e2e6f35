package org.readingroom.viewer.recist;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// The size of a lesion from its mark: the longest diameter, of a node the short axis.
///
/// **Source:** RECIST 1.1 (Eisenhauer 2009), section 3.
public final class LesionSize {
    private LesionSize() {}

    /// Nothing when the mark does not have the diameter that is asked for: one length says nothing about the
    /// short axis of a node.
    public static Optional<Measurement> of(Measured measured, boolean isNode) {
        Optional<Measurement> along = measured.of(Quantity.LONG_AXIS);
        Optional<Measurement> across = measured.of(Quantity.SHORT_AXIS);
        if (isNode) {
            return Stream.of(along, across)
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingDouble(Measurement::value))
                    .filter(one -> across.isPresent());
        }
        return Stream.of(along, across, measured.of(Quantity.LENGTH))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Measurement::value));
    }
}
