package org.readingroom.viewer.structure;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.geometry.Vec3;

/// The directions of a plane that contours lie in.
///
/// **Space:** patient; `right`, `down` and `normal` have length one and stand on each other.
record ContourPlane(Vec3 right, Vec3 down, Vec3 normal) {
    /// chosen: an area below this, in mm², is a line and has no plane.
    private static final double SMALLEST_AREA_MM2 = 1e-6;

    /// The plane a closed contour lies in, by Newell's sum; nothing for a line or a point.
    static Optional<ContourPlane> of(List<Vec3> points) {
        Vec3 sum = Vec3.ZERO;
        Vec3 first = points.getFirst();
        for (int i = 0; i < points.size(); i++) {
            Vec3 from = points.get(i).minus(first);
            Vec3 to = points.get((i + 1) % points.size()).minus(first);
            sum = sum.plus(from.cross(to));
        }
        if (!(sum.length() / 2 > SMALLEST_AREA_MM2)) {
            return Optional.empty();
        }
        Vec3 normal = upright(sum.unit());
        Vec3 aside = Math.abs(normal.x()) < 0.8 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
        Vec3 right = aside.minus(normal.times(aside.dot(normal))).unit();
        return Optional.of(new ContourPlane(right, normal.cross(right), normal));
    }

    /// Contours run either way round; their normal points to the same side all the same.
    private static Vec3 upright(Vec3 normal) {
        double x = Math.abs(normal.x());
        double y = Math.abs(normal.y());
        double z = Math.abs(normal.z());
        double largest = z >= x && z >= y ? normal.z() : y >= x ? normal.y() : normal.x();
        return largest < 0 ? normal.times(-1) : normal;
    }
}
