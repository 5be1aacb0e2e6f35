package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.Arrays;
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
    static final double SAME_PLACE_MM = 0.01;

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
        double[] all = steps.stream().mapToDouble(s -> s.dot(normal)).sorted().toArray();
        // what stands twice at one place says nothing about the spacing of the places
        double[] heights =
                Arrays.stream(all).filter(height -> height >= SAME_PLACE_MM).toArray();
        boolean isDoubled = heights.length < all.length;
        if (isDoubled) {
            warnings.add("viewer.set.duplicates");
        }
        if (heights.length == 0) {
            return false;
        }
        double least = heights[0];
        double most = heights[heights.length - 1];
        double median = heights[heights.length / 2];
        double tolerance = STEP_TOLERANCE * median + ROUNDING_MM;
        boolean even = most - median <= tolerance && median - least <= tolerance;
        if (!even) {
            warnings.add(isMissing(heights, median, tolerance) ? "viewer.set.gap" : "viewer.set.uneven");
        }
        Vec3 climb = steps.stream().reduce(Vec3.ZERO, Vec3::plus);
        Vec3 perMm = climb.times(1 / climb.dot(normal));
        boolean shifts = steps.stream().anyMatch(step -> step.distanceTo(perMm.times(step.dot(normal))) > tolerance);
        if (shifts) {
            warnings.add("viewer.set.shifted");
        } else if (perMm.minus(normal).length() * median > tolerance) {
            warnings.add("viewer.set.tilted");
        }
        return even && !isDoubled && !shifts;
    }

    /// True when every long step is a whole number of usual steps: slices are missing, not badly spaced.
    private static boolean isMissing(double[] heights, double median, double tolerance) {
        for (double height : heights) {
            double count = Math.rint(height / median);
            if (count < 1 || Math.abs(height - count * median) > tolerance * count) {
                return false;
            }
        }
        return true;
    }

    private static ImagePlane plane(ImageFrame frame) {
        return Objects.requireNonNull(frame.plane(), "a frame without geometry has no place in a stack");
    }
}
