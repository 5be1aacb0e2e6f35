package org.readingroom.viewer.hanging;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.readingroom.viewer.volume.GreySlice;

/// Finds how high the nipple stands in a mammogram: the middle of what reaches furthest from the
/// chest wall.
///
/// Nothing is measured with it; it only puts two pictures beside each other.
public final class BreastEdge {
    /// chosen: air is even; a twentieth of the contrast above it is skin.
    private static final double SKIN = 0.05;

    /// chosen: less than this is a label or dust on the detector.
    private static final double SMALLEST_MM = 1.5;

    private BreastEdge() {}

    /// The row of the nipple, from 0 at the top of the stored picture; nothing where no breast can
    /// be told from air.
    ///
    /// `wallAtRight` says at which edge of the stored picture the chest wall is; `rowMm` is the
    /// spacing of rows.
    public static OptionalDouble nippleRow(GreySlice slice, boolean wallAtRight, double rowMm) {
        int columns = slice.columns();
        int rows = slice.rows();
        // air lies at the far edge, whatever the polarity
        double[] far = new double[rows];
        for (int row = 0; row < rows; row++) {
            far[row] = value(slice, wallAtRight ? 0 : columns - 1, row);
        }
        Arrays.sort(far);
        double air = far[rows / 2];
        double most = 0;
        for (int row = 0; row < rows; row += 4) {
            for (int column = 0; column < columns; column += 4) {
                most = Math.max(most, Math.abs(value(slice, column, row) - air));
            }
        }
        double skin = most * SKIN;
        int least = (int) Math.max(3, Math.round(SMALLEST_MM / rowMm));
        if (most <= 0) {
            return OptionalDouble.empty();
        }
        for (int out = 1; out < columns; out++) {
            int column = wallAtRight ? out : columns - 1 - out;
            int run = 0;
            for (int row = 0; row <= rows; row++) {
                boolean isSkin = row < rows && Math.abs(value(slice, column, row) - air) > skin;
                if (isSkin) {
                    run++;
                } else {
                    if (run >= least) {
                        return run > rows * 0.8 || out > columns * 0.95
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(row - (run + 1) / 2.0);
                    }
                    run = 0;
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static int value(GreySlice slice, int column, int row) {
        return slice.samples()[row * slice.columns() + column];
    }
}
