package org.readingroom.viewer.viewport;

/// How thick a cut is and what becomes of the values along its depth.
///
/// **Units:** millimetres along the normal of the plane; zero is a thin cut.
public record Slab(double thicknessMm, Projection projection) {
    /// One thin cut.
    public static final Slab THIN = new Slab(0, Projection.MEAN);

    /// chosen: what views offer; thinner than half a millimetre is a thin cut on every scanner.
    public static final double THINNEST_MM = 0.5;

    public static final double THICKEST_MM = 100;

    /// What becomes of the values along the depth. What lies outside the volume and padding count nothing.
    public enum Projection {
        MAXIMUM,
        MINIMUM,
        /// The integral along the normal divided by the depth that holds values.
        MEAN,
        /// The integral along the normal: modality values times millimetres. A picture windows it per
        /// millimetre of the slab's thickness, so that the window of a mean serves; parts outside the volume
        /// make it fall.
        SUM;

        /// Whether every sample adds to the result.
        public boolean isIntegral() {
            return this == MEAN || this == SUM;
        }
    }

    public Slab {
        if (!(thicknessMm >= 0) || Double.isInfinite(thicknessMm)) {
            throw new IllegalArgumentException("slab of " + thicknessMm + " mm");
        }
    }
}
