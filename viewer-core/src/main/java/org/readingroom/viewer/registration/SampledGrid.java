package org.readingroom.viewer.registration;

import java.util.concurrent.CancellationException;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// The modality values of a volume in blocks of about one size, each the mean of its voxels; NaN where all are padding.
///
/// **Space:** `toWorld` leads from block centres to the volume's world.
/// **Owner:** `values` is written by [#of] alone; row-major, then by layer.
@SuppressWarnings("ArrayRecordComponent") // read per sample; compared by nobody
record SampledGrid(int columns, int rows, int layers, float[] values, AffineMap toWorld) {
    /// Blocks with edges as near to `mm` as whole voxels allow.
    static SampledGrid of(Volume volume, double mm, Progress progress) {
        AffineMap map = volume.voxelToWorld();
        int fx = factor(mm, map.x(), volume.columns());
        int fy = factor(mm, map.y(), volume.rows());
        int fz = factor(mm, map.z(), volume.depth());
        int columns = volume.columns() / fx;
        int rows = volume.rows() / fy;
        int layers = volume.depth() / fz;
        float[] sums = new float[Math.multiplyExact(Math.multiplyExact(columns, rows), layers)];
        short[] counts = new short[sums.length];
        for (int k = 0; k < layers * fz; k++) {
            if (progress.isCancelled()) {
                throw new CancellationException("registration given up");
            }
            add((GreySlice) volume.slices().get(k), fx, fy, columns, rows, k / fz * columns * rows, sums, counts);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] == 0 ? Float.NaN : sums[i] / (counts[i] & 0xFFFF);
        }
        Vec3 first = map.apply(new Vec3((fx - 1) / 2.0, (fy - 1) / 2.0, (fz - 1) / 2.0));
        AffineMap toWorld =
                new AffineMap(map.x().times(fx), map.y().times(fy), map.z().times(fz), first);
        return new SampledGrid(columns, rows, layers, sums, toWorld);
    }

    /// A block holds at most 32 × 32 × 32 voxels, so that its count fits.
    private static int factor(double mm, Vec3 edge, int voxels) {
        return Math.clamp(Math.round(mm / edge.length()), 1, Math.min(32, voxels));
    }

    private static void add(
            GreySlice slice, int fx, int fy, int columns, int rows, int layer, float[] sums, short[] counts) {
        for (int y = 0; y < rows * fy; y++) {
            int row = layer + y / fy * columns;
            for (int x = 0; x < columns * fx; x++) {
                if (!slice.isPadding(x, y)) {
                    sums[row + x / fx] += slice.modalityValue(x, y);
                    counts[row + x / fx]++;
                }
            }
        }
    }

    /// Each block with a quarter of its neighbours along every axis.
    ///
    /// Between blocks the trilinear value is smoother than on them, and noise the less; without this the search is
    /// drawn to maps that put one grid across the other.
    SampledGrid smoothed() {
        float[] out = along(values, 1, columns);
        out = along(out, columns, rows);
        return new SampledGrid(columns, rows, layers, along(out, columns * rows, layers), toWorld);
    }

    private static float[] along(float[] in, int stride, int count) {
        float[] out = new float[in.length];
        for (int at = 0; at < in.length; at++) {
            int place = at / stride % count;
            float sum = 2 * in[at];
            int weight = 2;
            for (int side = -1; side <= 1; side += 2) {
                int next = place + side;
                if (next >= 0 && next < count && !Float.isNaN(in[at + side * stride])) {
                    sum += in[at + side * stride];
                    weight++;
                }
            }
            out[at] = sum / weight;
        }
        return out;
    }

    /// The trilinear value at block coordinates; NaN outside and beside padding.
    float at(double x, double y, double z) {
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        int k = (int) Math.floor(z);
        if (!(i >= 0 && j >= 0 && k >= 0 && i < columns && j < rows && k < layers)
                || x > columns - 1
                || y > rows - 1
                || z > layers - 1) {
            return Float.NaN;
        }
        int right = i + 1 < columns ? 1 : 0;
        int below = j + 1 < rows ? columns : 0;
        int above = k + 1 < layers ? columns * rows : 0;
        int at = (k * rows + j) * columns + i;
        float fx = (float) (x - i);
        float fy = (float) (y - j);
        float low = plane(at, right, below, fx, fy);
        return above == 0 ? low : low + (float) (z - k) * (plane(at + above, right, below, fx, fy) - low);
    }

    private float plane(int at, int right, int below, float fx, float fy) {
        float top = values[at] + fx * (values[at + right] - values[at]);
        float bottom = values[at + below] + fx * (values[at + below + right] - values[at + below]);
        return top + fy * (bottom - top);
    }
}
