package org.readingroom.viewer.mask;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// The pixels whose centres lie in a closed polygon, whose sides may cross: what is gone round twice
/// is outside.
///
/// **Space:** pixels; (0, 0) is the centre of the first, so centres are whole numbers.
// [impl->req~mask.polygon~1]
public final class PolygonMask {
    private PolygonMask() {}

    /// The polygon closes itself; its part outside the grid is cut off. **Errors:**
    /// [IllegalArgumentException] for fewer than three corners.
    public static BitMask of(int columns, int rows, List<Vec3> corners) {
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon of " + corners.size() + " corners");
        }
        BitSet bits = new BitSet(columns * rows);
        double[] crossings = new double[corners.size()];
        for (int row = 0; row < rows; row++) {
            int count = crossings(corners, row, crossings);
            Arrays.sort(crossings, 0, count);
            for (int i = 0; i + 1 < count; i += 2) {
                int first = (int) Math.max(0, Math.ceil(crossings[i]));
                int last = (int) Math.min(columns - 1.0, Math.floor(crossings[i + 1]));
                if (first <= last) {
                    bits.set(row * columns + first, row * columns + last + 1);
                }
            }
        }
        return new BitMask(columns, rows, bits);
    }

    /// What belongs to either of two masks of one grid.
    public static BitMask both(PixelMask a, PixelMask b) {
        BitSet bits = new BitSet();
        for (int row = 0; row < a.rows(); row++) {
            for (int column = 0; column < a.columns(); column++) {
                if (a.coverage(column, row) > 0 || b.coverage(column, row) > 0) {
                    bits.set(row * a.columns() + column);
                }
            }
        }
        return new BitMask(a.columns(), a.rows(), bits);
    }

    /// Where the sides cross a row of centres. A corner on the row belongs to the side below it alone.
    private static int crossings(List<Vec3> corners, int row, double[] crossings) {
        int count = 0;
        Vec3 from = corners.getLast();
        for (Vec3 to : corners) {
            if (from.y() <= row != to.y() <= row) {
                crossings[count++] = from.x() + (row - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
            }
            from = to;
        }
        return count;
    }
}
