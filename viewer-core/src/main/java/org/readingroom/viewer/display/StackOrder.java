package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;

/// Parallel frames in the order of their position along the normal, and what is wrong with their spacing.
///
/// Positions come from Image Position (Patient) projected on the normal of the first frame; Slice Location is
/// never used, it has no defined origin. Order among equal positions is by instance, then frame number.
///
/// `isVolume` needs three frames or more, one size, one in-plane spacing, and steps that agree as vectors:
/// a constant shear (gantry tilt) is fine, a jump is not.
// [impl->req~display.stack-order~1]
record StackOrder(List<ImageFrame> frames, boolean isVolume, List<String> warningKeys) {
    static final Comparator<ImageFrame> BY_NUMBER = Comparator.comparingInt(
                    (ImageFrame frame) -> frame.facts().instanceNumber())
            .thenComparingInt(frame -> frame.ref().frame());

    /// chosen: two frames closer than this are at one place.
    static final double SAME_PLACE_MM = 1e-3;

    /// chosen: scanners round positions to 0.01 mm or a little worse; a larger difference is a real one.
    private static final double STEP_TOLERANCE = 0.02;

    private static final double ROUNDING_MM = 0.01;

    static StackOrder of(List<ImageFrame> frames) {
        Vec3 normal = plane(frames.getFirst()).normal();
        Vec3 origin = plane(frames.getFirst()).position();
        Comparator<ImageFrame> byPosition = Comparator.comparingLong((ImageFrame frame) ->
                Math.round(plane(frame).position().minus(origin).dot(normal) / SAME_PLACE_MM));
        List<ImageFrame> sorted =
                frames.stream().sorted(byPosition.thenComparing(BY_NUMBER)).toList();
        List<Vec3> steps = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            steps.add(plane(sorted.get(i))
                    .position()
                    .minus(plane(sorted.get(i - 1)).position()));
        }
        List<String> warnings = new ArrayList<>();
        boolean even = isEven(steps, normal, warnings);
        boolean scaled =
                sorted.stream().allMatch(f -> f.scale().equals(sorted.getFirst().scale()));
        boolean placed = sorted.getFirst().frameOfReference() != null;
        return new StackOrder(sorted, sorted.size() >= 3 && even && scaled && placed, List.copyOf(warnings));
    }

    private static boolean isEven(List<Vec3> steps, Vec3 normal, List<String> warnings) {
        if (steps.isEmpty()) {
            return true;
        }
        double[] heights =
                steps.stream().mapToDouble(s -> s.dot(normal)).sorted().toArray();
        double least = heights[0];
        double most = heights[heights.length - 1];
        double median = heights[heights.length / 2];
        double tolerance = STEP_TOLERANCE * median + ROUNDING_MM;
        if (least < SAME_PLACE_MM) {
            warnings.add("viewer.set.duplicates");
        }
        if (most - median > tolerance || (least >= SAME_PLACE_MM && median - least > tolerance)) {
            warnings.add(isMissing(heights, median, tolerance) ? "viewer.set.gap" : "viewer.set.uneven");
            return false;
        }
        Vec3 mean = steps.stream().reduce(Vec3.ZERO, Vec3::plus).times(1.0 / steps.size());
        boolean shifts = steps.stream().anyMatch(step -> step.distanceTo(mean) > tolerance);
        if (shifts && least >= SAME_PLACE_MM) {
            warnings.add("viewer.set.shifted");
        } else if (mean.minus(normal.times(mean.dot(normal))).length() > tolerance) {
            warnings.add("viewer.set.tilted");
        }
        return least >= SAME_PLACE_MM && !shifts;
    }

    /// True when every long step is a whole number of usual steps: slices are missing, not badly spaced.
    private static boolean isMissing(double[] heights, double median, double tolerance) {
        for (double height : heights) {
            double count = Math.rint(height / median);
            if (height >= SAME_PLACE_MM && (count < 1 || Math.abs(height - count * median) > tolerance * count)) {
                return false;
            }
        }
        return true;
    }

    private static ImagePlane plane(ImageFrame frame) {
        return Objects.requireNonNull(frame.plane(), "a frame without geometry has no place in a stack");
    }
}
