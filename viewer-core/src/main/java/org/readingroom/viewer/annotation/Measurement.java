package org.readingroom.viewer.annotation;

/// One number with its unit.
///
/// **Units:** `ucum` is a UCUM code: `mm`, `mm2`, `deg`, `[hnsf'U]`, `Bq/mL`, `1`; lengths and areas without
/// known spacing are in [#PIXELS] and [#SQUARE_PIXELS].
public record Measurement(Quantity quantity, double value, String ucum) {
    public static final String MILLIMETRE = "mm";
    public static final String SQUARE_MILLIMETRE = "mm2";
    public static final String DEGREE = "deg";
    public static final String PIXELS = "{pixels}";
    public static final String SQUARE_PIXELS = "{square_pixels}";
    public static final String UNITY = "1";

    /// What was measured.
    public enum Quantity {
        /// A straight distance.
        LENGTH,
        /// The way along a line of several pieces.
        PATH_LENGTH,
        ANGLE,
        AREA,
        /// The way around an area.
        PERIMETER,
        /// Of one pixel.
        VALUE,
        MEAN,
        STANDARD_DEVIATION,
        MINIMUM,
        MAXIMUM,
        /// Pixels counted in the statistics.
        COUNT
    }
}
