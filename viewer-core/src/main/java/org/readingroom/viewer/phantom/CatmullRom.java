package org.readingroom.viewer.phantom;

import org.readingroom.viewer.geometry.Vec3;

/// A curve through given points without corners.
final class CatmullRom {
    private CatmullRom() {}

    /// The place at `t`, in spans between points: 0 is the first, 1 the second.
    static Vec3 at(Vec3[] points, double t) {
        int span = Math.clamp((int) Math.floor(t), 0, points.length - 2);
        double u = t - span;
        Vec3 before = points[Math.max(0, span - 1)];
        Vec3 from = points[span];
        Vec3 to = points[span + 1];
        Vec3 after = points[Math.min(points.length - 1, span + 2)];
        return from.times(2)
                .plus(to.minus(before).times(u))
                .plus(before.times(2)
                        .minus(from.times(5))
                        .plus(to.times(4))
                        .minus(after)
                        .times(u * u))
                .plus(from.times(3).minus(before).minus(to.times(3)).plus(after).times(u * u * u))
                .times(0.5);
    }
}
