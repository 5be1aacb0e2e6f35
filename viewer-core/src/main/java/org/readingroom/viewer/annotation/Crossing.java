package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// Whether a closed line of points in one plane crosses itself.
final class Crossing {
    private Crossing() {}

    /// True when two pieces that are no neighbours cross within both. Touching is no crossing.
    static boolean isIn(List<Vec3> points) {
        int count = points.size();
        Vec3 normal = normal(points);
        for (int i = 0; i < count; i++) {
            Vec3 a = points.get(i);
            Vec3 b = points.get((i + 1) % count);
            for (int k = i + 2; k < count - (i == 0 ? 1 : 0); k++) {
                if (cross(a, b, points.get(k), points.get((k + 1) % count), normal)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean cross(Vec3 a, Vec3 b, Vec3 c, Vec3 d, Vec3 normal) {
        return side(a, b, c, normal) * side(a, b, d, normal) < 0 && side(c, d, a, normal) * side(c, d, b, normal) < 0;
    }

    private static double side(Vec3 from, Vec3 to, Vec3 p, Vec3 normal) {
        return to.minus(from).cross(p.minus(from)).dot(normal);
    }

    /// That of the plane, of the first corner which is one.
    private static Vec3 normal(List<Vec3> points) {
        Vec3 widest = Vec3.ZERO;
        for (int i = 1; i + 1 < points.size(); i++) {
            Vec3 n = points.get(i)
                    .minus(points.getFirst())
                    .cross(points.get(i + 1).minus(points.getFirst()));
            if (n.length() > widest.length()) {
                widest = n;
            }
        }
        return widest;
    }
}
