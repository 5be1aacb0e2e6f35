package org.readingroom.viewer.viewport;

/// How thick a cut is and what becomes of the values along its depth.
///
/// **Units:** millimetres along the normal of the plane; zero is a thin cut.
public record Slab(double thicknessMm, Projection projection) {
    /// One thin cut.
    public static final Slab THIN = new Slab(0, Projection.MEAN);

    /// What becomes of the values along the depth.
    public enum Projection {
        MAXIMUM,
        MINIMUM,
        MEAN
    }

    public Slab {
        if (!(thicknessMm >= 0) || Double.isInfinite(thicknessMm)) {
            throw new IllegalArgumentException("slab of " + thicknessMm + " mm");
        }
    }
}
