package org.readingroom.viewer.display;

/// Another unit in which the modality values of a display set are read, such as SUV; or why they cannot be.
public sealed interface OtherUnit {
    ValueUnit unit();

    /// `value in unit = factor × modality value`.
    ///
    /// **Range:** `factor` is above zero.
    record Known(ValueUnit unit, double factor) implements OtherUnit {
        public Known {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("values times " + factor);
            }
        }
    }

    /// `reasonKey` is a message key.
    record Refused(ValueUnit unit, String reasonKey) implements OtherUnit {}
}
