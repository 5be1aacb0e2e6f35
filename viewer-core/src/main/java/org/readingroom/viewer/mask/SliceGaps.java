package org.readingroom.viewer.mask;

import java.util.Arrays;

/// How far apart the slices of a region lie, out of their places along the normal.
///
/// The smallest gap counts, as empty slices are left out and make gaps wider. Gaps that rounding makes
/// between planes meant as one say nothing.
public final class SliceGaps {
    /// chosen: programs round positions to a hundredth or a tenth of a millimetre, and no scanner that people
    /// lie in has slices so thin.
    public static final double TREMOR_MM = 0.2;

    private SliceGaps() {}

    /// The smallest gap between `heights`, in any order; 0 when none is wider than a tremor. **Units:**
    /// millimetres.
    public static double smallest(double[] heights) {
        double[] sorted = heights.clone();
        Arrays.sort(sorted);
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            smallest = gap > TREMOR_MM ? Math.min(smallest, gap) : smallest;
        }
        return Double.isFinite(smallest) ? smallest : 0;
    }
}
