package org.readingroom.viewer.annotation;

/// One number with its unit.
///
/// **Units:** `ucum` is a UCUM code: `mm`, `mm2`, `deg`, `ms`, `cm/s`, `Hz`, `[hnsf'U]`, `Bq/mL`, `1`; lengths and
/// areas without
/// known spacing are in [#PIXELS] and [#SQUARE_PIXELS].
public record Measurement(Quantity quantity, double value, String ucum) {
    public static final String MILLIMETRE = "mm";
    public static final String SQUARE_MILLIMETRE = "mm2";
    public static final String MILLISECOND = "ms";
    public static final String CENTIMETRE_PER_SECOND = "cm/s";
    public static final String HERTZ = "Hz";
    public static final String MILLILITRE = "mL";
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
        /// The time that passes along a line over time.
        DURATION,
        /// What it rises by along a line; negative when it falls.
        VELOCITY_CHANGE,
        FREQUENCY_CHANGE,
        /// The vertical distance along a line of an M-mode.
        DEPTH_CHANGE,
        VELOCITY,
        /// A Doppler shift.
        FREQUENCY,
        MEAN,
        STANDARD_DEVIATION,
        MINIMUM,
        MAXIMUM,
        /// Pixels counted in the statistics.
        COUNT,
        /// Between two lines, 0 to 90 degrees.
        COBB_ANGLE,
        /// The first diameter of a lesion drawn.
        LONG_AXIS,
        /// The diameter across the first one.
        SHORT_AXIS,
        /// From the right border of the heart to the left one, across the midline.
        CARDIAC_WIDTH,
        /// Between the inner borders of the ribs, across the midline.
        THORACIC_WIDTH,
        CARDIOTHORACIC_RATIO,
        /// How far a point is from a midline.
        MIDLINE_DISTANCE,
        /// 180 degrees for a straight leg. Of a known side less is varus and more is valgus; else never more
        /// than 180.
        HIP_KNEE_ANKLE_ANGLE,
        RIGHT_HIP_KNEE_ANKLE_ANGLE,
        LEFT_HIP_KNEE_ANKLE_ANGLE,
        /// From the middle of the knee to the line from hip to ankle. Of a known side more than zero says
        /// that the line passes on the inner side of the knee (varus), less than zero on the outer (valgus);
        /// else never less than zero.
        AXIS_DEVIATION,
        RIGHT_AXIS_DEVIATION,
        LEFT_AXIS_DEVIATION,
        /// From the middle of the hip to the middle of the ankle.
        LEG_LENGTH,
        RIGHT_LEG_LENGTH,
        LEFT_LEG_LENGTH,
        /// Right less left.
        LEG_LENGTH_DIFFERENCE,
        /// Within contours of one name on parallel slices.
        VOLUME
    }
}
