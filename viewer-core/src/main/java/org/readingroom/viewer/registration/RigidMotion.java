package org.readingroom.viewer.registration;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// A turn about `centre` by the length of `turn`, about its direction, then a shift.
///
/// **Units:** millimetres and radians.
record RigidMotion(Vec3 centre, Vec3 turn, Vec3 shift) {
    /// The map of points; Rodrigues' formula.
    AffineMap map() {
        double angle = turn.length();
        Vec3 axis = angle > 0 ? turn.times(1 / angle) : new Vec3(0, 0, 1);
        Vec3 x = turned(new Vec3(1, 0, 0), axis, angle);
        Vec3 y = turned(new Vec3(0, 1, 0), axis, angle);
        Vec3 z = turned(new Vec3(0, 0, 1), axis, angle);
        AffineMap aboutZero = new AffineMap(x, y, z, Vec3.ZERO);
        return new AffineMap(x, y, z, centre.plus(shift).minus(aboutZero.apply(centre)));
    }

    private static Vec3 turned(Vec3 v, Vec3 axis, double angle) {
        double cos = Math.cos(angle);
        return v.times(cos).plus(axis.cross(v).times(Math.sin(angle))).plus(axis.times(axis.dot(v) * (1 - cos)));
    }
}
