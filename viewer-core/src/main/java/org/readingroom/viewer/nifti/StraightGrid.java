package org.readingroom.viewer.nifti;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// A volume whose slices stand slanted above each other, laid onto a grid with right angles.
///
/// Slices keep their place and their pixels' directions; each is moved within its own plane, so that only the two
/// neighbours along a row or column are mixed. Where no pixel was, the lowest value of the volume stands.
final class StraightGrid {
    /// chosen: of a pixel; places are sums of rounded numbers.
    private static final double EDGE = 1e-6;

    private StraightGrid() {}

    static Volume of(Volume slanted) {
        AffineMap map = slanted.voxelToWorld();
        Vec3 normal = map.x().unit().cross(map.y().unit());
        Vec3 up = normal.times(map.z().dot(normal));
        Vec3 slant = map.z().minus(up);
        double perSliceX = slant.dot(map.x()) / map.x().dot(map.x());
        double perSliceY = slant.dot(map.y()) / map.y().dot(map.y());
        int last = slanted.depth() - 1;
        int leastX = (int) Math.floor(Math.min(0, perSliceX * last));
        int leastY = (int) Math.floor(Math.min(0, perSliceY * last));
        int columns = slanted.columns() + (int) Math.ceil(Math.abs(perSliceX * last));
        int rows = slanted.rows() + (int) Math.ceil(Math.abs(perSliceY * last));
        float lowest = lowest(slanted);
        List<GreySlice> straight = new ArrayList<>();
        for (int k = 0; k < slanted.depth(); k++) {
            GreySlice from = (GreySlice) slanted.slices().get(k);
            straight.add(moved(from, columns, rows, leastX - perSliceX * k, leastY - perSliceY * k, lowest));
        }
        Vec3 origin = map.apply(new Vec3(leastX, leastY, 0));
        return new Volume(straight, new AffineMap(map.x(), map.y(), up, origin), true);
    }

    private static float lowest(Volume volume) {
        float lowest = Float.MAX_VALUE;
        for (var slice : volume.slices()) {
            GreySlice grey = (GreySlice) slice;
            lowest = Math.min(lowest, grey.slope() * grey.smallest() + grey.intercept());
        }
        return lowest;
    }

    /// The slice on a larger sheet whose pixel (0, 0) is the slice's (`x0`, `y0`).
    private static GreySlice moved(GreySlice from, int columns, int rows, double x0, double y0, float outside) {
        short[] samples = new short[columns * rows];
        short nothing = (short) Math.clamp(Math.round((outside - from.intercept()) / from.slope()), -32768, 32767);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                samples[row * columns + column] = sample(from, x0 + column, y0 + row, nothing);
            }
        }
        return GreySlice.of(columns, rows, samples, from.slope(), from.intercept());
    }

    /// Between two pixels of the slice; at its very edge the pixel itself.
    private static short sample(GreySlice from, double x, double y, short nothing) {
        if (x < -EDGE || y < -EDGE || x > from.columns() - 1 + EDGE || y > from.rows() - 1 + EDGE) {
            return nothing;
        }
        int left = Math.clamp((long) Math.floor(x), 0, from.columns() - 1);
        int top = Math.clamp((long) Math.floor(y), 0, from.rows() - 1);
        double right = Math.clamp(x - left, 0, 1);
        double below = Math.clamp(y - top, 0, 1);
        double upper = (1 - right) * at(from, left, top) + right * at(from, left + 1, top);
        double lower = (1 - right) * at(from, left, top + 1) + right * at(from, left + 1, top + 1);
        return (short) Math.round((1 - below) * upper + below * lower);
    }

    private static short at(GreySlice from, int column, int row) {
        int at = Math.min(row, from.rows() - 1) * from.columns() + Math.min(column, from.columns() - 1);
        return from.samples()[at];
    }
}
