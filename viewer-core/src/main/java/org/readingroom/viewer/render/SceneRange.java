package org.readingroom.viewer.render;

import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ClipBox;

/// The stretch of a ray within a clip box.
final class SceneRange {
    private SceneRange() {}

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
            if (base < low || base > high) {
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
