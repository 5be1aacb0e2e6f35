package org.readingroom.viewer.render;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.SceneCut;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// Takes a piece out of a volume seen from outside.
///
/// The volume that remains is for looking at only: what was taken away has the darkest value there is.
// [impl->req~view.cut~1]
public final class SceneCutter {
    /// chosen: the outline is drawn on a raster this fine, a fraction of a voxel for outlines of any organ.
    private static final int RASTER = 1024;

    private SceneCutter() {}

    /// The volume without the piece; slices that it does not touch are shared.
    ///
    /// **Thread:** any but `fx` and `gl`; uses all cores. **Errors:** [CancellationException] once interrupted.
    public static Volume from(Volume volume, SceneCut piece) {
        Raster raster = Raster.of(piece.outline());
        double darkest = darkest(volume);
        Slice[] slices = new Slice[volume.depth()];
        IntStream.range(0, slices.length).parallel().forEach(k -> slices[k] = cut(volume, k, piece, raster, darkest));
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("cutting a volume was given up");
        }
        return new Volume(Arrays.asList(slices), volume.voxelToWorld(), volume.isInPatient());
    }

    private static double darkest(Volume volume) {
        double darkest = Double.POSITIVE_INFINITY;
        for (Slice slice : volume.slices()) {
            if (!(slice instanceof GreySlice grey)) {
                throw new IllegalArgumentException("a colour volume cannot be cut");
            }
            darkest = Math.min(
                    darkest,
                    Math.min(
                            (double) grey.slope() * grey.smallest() + grey.intercept(),
                            (double) grey.slope() * grey.largest() + grey.intercept()));
        }
        return darkest;
    }

    private static Slice cut(Volume volume, int k, SceneCut piece, Raster raster, double darkest) {
        Camera camera = piece.camera();
        GreySlice slice = (GreySlice) volume.slices().get(k);
        AffineMap toPatient = volume.voxelToWorld();
        Vec3 first = toPatient.apply(new Vec3(0, 0, k)).minus(camera.target());
        double x0 = first.dot(camera.right());
        double y0 = first.dot(camera.down());
        double xPerColumn = toPatient.x().dot(camera.right());
        double yPerColumn = toPatient.x().dot(camera.down());
        double xPerRow = toPatient.y().dot(camera.right());
        double yPerRow = toPatient.y().dot(camera.down());
        short gone = (short)
                Math.clamp(Math.round((darkest - slice.intercept()) / slice.slope()), Short.MIN_VALUE, Short.MAX_VALUE);
        short[] samples = null;
        for (int row = 0; row < slice.rows(); row++) {
            for (int column = 0; column < slice.columns(); column++) {
                boolean isInside = raster.holds(
                        x0 + column * xPerColumn + row * xPerRow, y0 + column * yPerColumn + row * yPerRow);
                if (isInside != piece.keepsInside()) {
                    samples = samples == null ? slice.samples().clone() : samples;
                    samples[row * slice.columns() + column] = gone;
                }
            }
        }
        return samples == null
                ? slice
                : GreySlice.of(
                        slice.columns(), slice.rows(), samples, slice.slope(), slice.intercept(), slice.padding());
    }

    /// The outline filled by the even-odd rule.
    private record Raster(double left, double top, double perMmX, double perMmY, boolean[] inside) {
        static Raster of(List<Vec3> outline) {
            double left = outline.stream().mapToDouble(Vec3::x).min().orElseThrow();
            double top = outline.stream().mapToDouble(Vec3::y).min().orElseThrow();
            double width = outline.stream().mapToDouble(Vec3::x).max().orElseThrow() - left;
            double height = outline.stream().mapToDouble(Vec3::y).max().orElseThrow() - top;
            double perMmX = RASTER / Math.max(width, 1e-6);
            double perMmY = RASTER / Math.max(height, 1e-6);
            boolean[] inside = new boolean[RASTER * RASTER];
            for (int j = 0; j < RASTER; j++) {
                double y = top + (j + 0.5) / perMmY;
                double[] crossings = IntStream.range(0, outline.size())
                        .mapToObj(i -> new Vec3[] {outline.get(i), outline.get((i + 1) % outline.size())})
                        .filter(edge -> edge[0].y() <= y != edge[1].y() <= y)
                        .mapToDouble(edge -> edge[0].x()
                                + (y - edge[0].y()) / (edge[1].y() - edge[0].y()) * (edge[1].x() - edge[0].x()))
                        .sorted()
                        .toArray();
                for (int c = 0; c + 1 < crossings.length; c += 2) {
                    int from = (int) Math.ceil((crossings[c] - left) * perMmX - 0.5);
                    int to = (int) Math.floor((crossings[c + 1] - left) * perMmX - 0.5);
                    Arrays.fill(
                            inside, j * RASTER + Math.max(0, from), j * RASTER + Math.min(RASTER - 1, to) + 1, true);
                }
            }
            return new Raster(left, top, perMmX, perMmY, inside);
        }

        boolean holds(double x, double y) {
            double i = (x - left) * perMmX;
            double j = (y - top) * perMmY;
            return i >= 0 && j >= 0 && i < RASTER && j < RASTER && inside[((int) j) * RASTER + (int) i];
        }
    }
}
