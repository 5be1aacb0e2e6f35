package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// How far a cut is turned away from its straight position: a rotation of directions in the patient.
///
/// Two turns of two panes about each other's normals give a double oblique cut.
///
/// **Space:** patient directions; `x`, `y`, `z` are where the axes L, P, S come to lie, of length one and
/// perpendicular.
public record Turn(Vec3 x, Vec3 y, Vec3 z) {
    public static final Turn NONE = new Turn(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1));

    /// A turn by the right hand about `axis`.
    ///
    /// **Units:** radians. **Source:** Rodrigues' formula.
    public static Turn about(Vec3 axis, double radians) {
        Vec3 k = axis.unit();
        return new Turn(spun(NONE.x, k, radians), spun(NONE.y, k, radians), spun(NONE.z, k, radians));
    }

    private static Vec3 spun(Vec3 v, Vec3 k, double radians) {
        double cos = Math.cos(radians);
        return v.times(cos).plus(k.cross(v).times(Math.sin(radians))).plus(k.times(k.dot(v) * (1 - cos)));
    }

    public Vec3 apply(Vec3 direction) {
        return new AffineMap(x, y, z, Vec3.ZERO).apply(direction);
    }

    /// First this turn, then `next`; made square again, so that a thousand small turns do not shear.
    public Turn then(Turn next) {
        Vec3 first = next.apply(x).unit();
        Vec3 raw = next.apply(y);
        Vec3 second = raw.minus(first.times(first.dot(raw))).unit();
        return new Turn(first, second, first.cross(second));
    }

    /// True for the straight position.
    public boolean isNone() {
        return equals(NONE);
    }
}
