package org.readingroom.viewer.volume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;

/// How parallel frames stand above each other: their order, their places on a regular grid, what
/// is odd about them.
///
/// Voxel slice k of the grid is `layers.get(k)`: a frame itself, or a blend of the two frames
/// around it where
/// frames are unevenly spaced. The grid's third axis follows the positions, so a gantry tilt
/// becomes a shear and
/// stays exact.
///
/// **Units:** millimetres. **Space:** patient.
/// **Source:** DICOM PS3.3 section C.7.6.2 (Image Plane).
public record VolumeGeometry(AffineMap voxelToPatient, List<Layer> layers, List<String> warningKeys) {
    /// Grid slice between two frames: `(1 - weight) · lower + weight · upper`; indices into the
    /// frames as given.
    public record Layer(int lower, int upper, double weight) {
        public boolean isFrame() {
            return weight == 0;
        }
    }

    public static final String GAPS = "viewer.volume.gaps";
    public static final String UNEVEN = "viewer.volume.uneven";
    public static final String DUPLICATES = "viewer.volume.duplicates";
    public static final String TILTED = "viewer.volume.tilted";

    /// chosen: two positions closer than this are one place (file values carry about 1e-3 mm of
    /// rounding).
    private static final double SAME_PLACE_MM = 0.01;
    /// chosen: spacing may vary by this part before frames count as uneven.
    private static final double EVEN_PART = 0.01;
    /// chosen: direction cosines may differ by this much; 1e-3 is 0.06 degrees.
    private static final double SAME_DIRECTION = 1e-3;
    /// chosen: grids finer than this cost memory and show nothing new.
    private static final double FINEST_STEP_MM = 0.3;
    /// chosen: blended layers are copies; one pair of frames that nearly touch must not make thousands of them.
    private static final int MOST_LAYERS_PER_FRAME = 2;

    private static final int MORE_LAYERS = 256;
    /// chosen: a frame loses no more than this part of its difference from its neighbours.
    private static final double CLOSE_PART = 0.02;

    public VolumeGeometry {
        layers = List.copyOf(layers);
        warningKeys = List.copyOf(warningKeys);
    }

    /// The order and grid of `planes`.
    ///
    /// **Errors:** [VolumeException] when frames are not parallel, differ in spacing, do not stand
    /// above each
    /// other, or lie in fewer than two places.
    // [impl->req~volume.true-positions~1]
    public static VolumeGeometry of(List<ImagePlane> planes) throws VolumeException {
        ImagePlane first = planes.getFirst();
        for (ImagePlane plane : planes) {
            if (plane.rowDirection().distanceTo(first.rowDirection()) > SAME_DIRECTION
                    || plane.columnDirection().distanceTo(first.columnDirection()) > SAME_DIRECTION) {
                throw new VolumeException("viewer.volume.not-parallel", "frames are not parallel");
            }
            if (Math.abs(plane.spacing().rowMm() - first.spacing().rowMm()) > 1e-4
                    || Math.abs(plane.spacing().columnMm() - first.spacing().columnMm()) > 1e-4) {
                throw new VolumeException("viewer.volume.spacings-differ", "pixel spacings differ");
            }
        }
        Vec3 normal = first.normal();
        List<String> warnings = new ArrayList<>();
        double tolerance =
                0.1 * Math.min(first.spacing().rowMm(), first.spacing().columnMm()) + SAME_PLACE_MM;
        List<Integer> order = distinct(planes, normal, tolerance, warnings);
        if (order.size() < 2) {
            throw new VolumeException("viewer.volume.too-few", "frames lie in fewer than two places");
        }
        Vec3 bottom = planes.get(order.getFirst()).position();
        Vec3 climb = planes.get(order.getLast()).position().minus(bottom);
        Vec3 perMm = climb.times(1 / climb.dot(normal));
        double[] heights = new double[order.size()];
        for (int i = 0; i < heights.length; i++) {
            Vec3 position = planes.get(order.get(i)).position();
            heights[i] = position.minus(bottom).dot(normal);
            if (position.distanceTo(bottom.plus(perMm.times(heights[i]))) > tolerance) {
                throw new VolumeException("viewer.volume.not-above", "frames do not stand above each other");
            }
        }
        if (perMm.minus(normal).length() > 2 * SAME_DIRECTION) {
            warnings.add(TILTED);
        }
        double step = step(heights, warnings);
        AffineMap voxelToPatient = new AffineMap(
                first.rowDirection().times(first.spacing().columnMm()),
                first.columnDirection().times(first.spacing().rowMm()),
                perMm.times(step),
                bottom);
        return new VolumeGeometry(voxelToPatient, layers(order, heights, step), warnings);
    }

    /// Frames sorted along the normal; of those in one place the first given stays. Frames beside each other are
    /// tiles, and none may stand for the others.
    private static List<Integer> distinct(List<ImagePlane> planes, Vec3 normal, double tolerance, List<String> warnings)
            throws VolumeException {
        List<Integer> sorted = IntStream.range(0, planes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> planes.get(i).position().dot(normal)))
                .toList();
        List<Integer> kept = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (int index : sorted) {
            double height = planes.get(index).position().dot(normal);
            if (height - last < SAME_PLACE_MM) {
                if (!warnings.contains(DUPLICATES)) {
                    warnings.add(DUPLICATES);
                }
                int kin = kept.getLast();
                if (planes.get(kin).position().distanceTo(planes.get(index).position()) > tolerance) {
                    throw new VolumeException("viewer.volume.not-above", "frames lie beside each other");
                }
                kept.set(kept.size() - 1, Math.min(kin, index));
            } else {
                kept.add(index);
                last = height;
            }
        }
        return kept;
    }

    private static double step(double[] heights, List<String> warnings) {
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (int i = 1; i < heights.length; i++) {
            double gap = heights[i] - heights[i - 1];
            smallest = Math.min(smallest, gap);
            largest = Math.max(largest, gap);
        }
        double mean = heights[heights.length - 1] / (heights.length - 1);
        if (largest - smallest <= Math.max(2 * SAME_PLACE_MM, EVEN_PART * mean)) {
            return mean;
        }
        boolean multiples = true;
        for (int i = 1; i < heights.length; i++) {
            double steps = (heights[i] - heights[i - 1]) / smallest;
            multiples &= Math.abs(steps - Math.rint(steps)) < 0.02;
        }
        warnings.add(multiples ? GAPS : UNEVEN);
        double height = heights[heights.length - 1];
        int most = MOST_LAYERS_PER_FRAME * heights.length + MORE_LAYERS;
        int fewest = (int) Math.clamp(Math.ceil(height / Math.max(smallest, FINEST_STEP_MM) - 0.02), 1, most);
        return bestStep(heights, fewest, Math.min(most, 2 * fewest));
    }

    /// The coarsest step whose layers come close to every frame, or the one that comes closest: a frame between two
    /// layers shows only as parts of both, and its brightest point is lost.
    private static double bestStep(double[] heights, int fewest, int most) {
        double height = heights[heights.length - 1];
        double best = height / fewest;
        double least = Double.MAX_VALUE;
        for (int count = fewest; count <= most && least > CLOSE_PART; count++) {
            double step = height / count;
            double lost = 0;
            for (int i = 1; i + 1 < heights.length; i++) {
                double off = Math.abs(heights[i] - Math.rint(heights[i] / step) * step);
                double gap = Math.min(heights[i] - heights[i - 1], heights[i + 1] - heights[i]);
                lost = Math.max(lost, Math.min(off / gap, 1));
            }
            if (lost < least) {
                least = lost;
                best = step;
            }
        }
        return best;
    }

    private static List<Layer> layers(List<Integer> order, double[] heights, double step) {
        List<Layer> layers = new ArrayList<>();
        int below = 0;
        int count = (int) Math.round(heights[heights.length - 1] / step) + 1;
        for (int k = 0; k < count; k++) {
            double height = Math.min(k * step, heights[heights.length - 1]);
            while (below < heights.length - 2 && heights[below + 1] <= height) {
                below++;
            }
            double weight = (height - heights[below]) / (heights[below + 1] - heights[below]);
            double slackPart = Math.max(2 * SAME_PLACE_MM, EVEN_PART * step) / (heights[below + 1] - heights[below]);
            if (weight <= slackPart) {
                layers.add(new Layer(order.get(below), order.get(below), 0));
            } else if (weight >= 1 - slackPart) {
                layers.add(new Layer(order.get(below + 1), order.get(below + 1), 0));
            } else {
                layers.add(new Layer(order.get(below), order.get(below + 1), weight));
            }
        }
        return layers;
    }
}
