package org.readingroom.viewer.render;

import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ClipBox;

/// The stretch of a ray within a clip box.
final class SceneRange {
    /// chosen: what lies this part of a step, or of a voxel, outside still counts, so that every renderer decides alike
    /// where a face goes through samples.
    private static final double TIE = LineSampler.TIE;

    private SceneRange() {}

    /// The first sample of a range, and the last below it when there is none.
    static int first(double[] range) {
        return (int) Math.ceil(range[0] - TIE);
    }

    static int last(double[] range) {
        return (int) Math.floor(range[1] + TIE);
    }

    /// The first and last `k` for which `base + k·step` lies in the box; the last below the first when none
    /// does.
    static double[] of(Vec3 base, Vec3 step, ClipBox clip) {
        double[] range = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        cut(range, base.x(), step.x(), clip.low().x(), clip.high().x());
        cut(range, base.y(), step.y(), clip.low().y(), clip.high().y());
        cut(range, base.z(), step.z(), clip.low().z(), clip.high().z());
        return range;
    }

    private static void cut(double[] range, double base, double step, double low, double high) {
        if (Math.abs(step) < 1e-12) {
            if (base < low - TIE || base > high + TIE) {
                range[0] = 1;
                range[1] = 0;
            }
            return;
        }
        double a = (low - base) / step;
        double b = (high - base) / step;
        range[0] = Math.max(range[0], Math.min(a, b));
        range[1] = Math.min(range[1], Math.max(a, b));
    }
}
