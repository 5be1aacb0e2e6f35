package org.readingroom.viewer.display;

import java.util.OptionalDouble;

/// What a step along the columns or the rows of an ultrasound region means.
///
/// **Units:** `perPixel` and `referenceValue` in `unit`, signed: a delta tells the direction too. `referencePixel` is a
/// column or a row of the frame, NaN where the file names none.
/// **Source:** DICOM PS3.3 C.8.5.5.1.15 to C.8.5.5.1.17.
public record RegionAxis(Unit unit, double perPixel, double referencePixel, double referenceValue) {
    /// Those that the workstation measures in.
    public enum Unit {
        CENTIMETRE,
        SECOND,
        HERTZ,
        CENTIMETRE_PER_SECOND,
        /// Any other, and none.
        UNKNOWN;

        /// **Source:** the enumerated values of Physical Units X Direction (0018,6024).
        static Unit of(int code) {
            return switch (code) {
                case 3 -> CENTIMETRE;
                case 4 -> SECOND;
                case 5 -> HERTZ;
                case 7 -> CENTIMETRE_PER_SECOND;
                default -> UNKNOWN;
            };
        }
    }

    static RegionAxis centimetres(double perPixel) {
        return new RegionAxis(Unit.CENTIMETRE, perPixel, Double.NaN, 0);
    }

    /// The physical value at a column or row of the frame; nothing without a reference pixel.
    public OptionalDouble value(double pixel) {
        return Double.isNaN(referencePixel)
                ? OptionalDouble.empty()
                : OptionalDouble.of(referenceValue + (pixel - referencePixel) * perPixel);
    }
}
