package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// Whether two contours of one plane have any point in common.
final class ContourOverlap {
    private ContourOverlap() {}

    static boolean of(Annotation a, Annotation b, Placement.InPatient plane) {
        AffineMap toPlane = plane(plane).inverse();
        List<Vec3> first = points(a, toPlane);
        List<Vec3> second = points(b, toPlane);
        return holds(first, second.getFirst()) || holds(second, first.getFirst()) || cross(first, second);
    }

    private static List<Vec3> points(Annotation mark, AffineMap toPlane) {
        return Outlines.of(mark).getFirst().points().stream()
                .map(toPlane::apply)
                .toList();
    }

    /// Millimetres along two directions of the plane, and across it.
    private static AffineMap plane(Placement.InPatient in) {
        Vec3 n = in.normal();
        Vec3 other = Math.abs(n.x()) < 0.9 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
        Vec3 u = n.cross(other).unit();
        return new AffineMap(u, n.cross(u), n, in.planePoint());
    }

    private static boolean holds(List<Vec3> polygon, Vec3 p) {
        boolean inside = false;
        for (int i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
            Vec3 a = polygon.get(i);
            Vec3 b = polygon.get(j);
            if (a.y() > p.y() != b.y() > p.y() && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static boolean cross(List<Vec3> a, List<Vec3> b) {
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (cross(a.get(i), a.get((i + 1) % a.size()), b.get(j), b.get((j + 1) % b.size()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean cross(Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(Vec3 a, Vec3 b, Vec3 p) {
        return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x());
    }
}
