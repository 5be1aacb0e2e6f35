package org.readingroom.viewer.phantom;

import org.readingroom.viewer.geometry.Vec3;

/// A part of [TrunkAnatomy]: where it is, how dense, how much it takes up.
///
/// `low` and `high` are the corners of a box around it.
record Organ(Vec3 low, Vec3 high, Shape shape, double hounsfield, double suv) {

    /// Distance from a surface in millimetres, negative inside; exact only near the surface.
    @FunctionalInterface
    interface Shape {
        double distance(double x, double y, double z);

        default Shape and(Shape other) {
            return (x, y, z) -> Math.max(distance(x, y, z), other.distance(x, y, z));
        }
    }

    static Organ of(Vec3 low, Vec3 high, Shape shape, double hounsfield, double suv) {
        return new Organ(low, high, shape, hounsfield, suv);
    }

    static Organ ellipsoid(Vec3 centre, Vec3 half, double hounsfield, double suv) {
        return new Organ(centre.minus(half), centre.plus(half), ellipsoid(centre, half), hounsfield, suv);
    }

    static Shape ellipsoid(Vec3 centre, Vec3 half) {
        return (x, y, z) ->
                Blend.ellipsoid(x - centre.x(), y - centre.y(), z - centre.z(), half.x(), half.y(), half.z());
    }

    static Organ tube(Vec3 start, Vec3 end, double radius, double hounsfield, double suv) {
        Tube tube = new Tube(start, end, radius);
        Vec3 low = new Vec3(Math.min(start.x(), end.x()), Math.min(start.y(), end.y()), Math.min(start.z(), end.z()));
        Vec3 high = new Vec3(Math.max(start.x(), end.x()), Math.max(start.y(), end.y()), Math.max(start.z(), end.z()));
        Vec3 reach = new Vec3(radius, radius, radius);
        return new Organ(low.minus(reach), high.plus(reach), tube::distance, hounsfield, suv);
    }

    /// The same shape within `other` only.
    Organ within(Shape other) {
        return new Organ(low, high, shape.and(other), hounsfield, suv);
    }

    /// The same on the patient's other side.
    Organ mirrored() {
        return new Organ(
                new Vec3(-high.x(), low.y(), low.z()),
                new Vec3(-low.x(), high.y(), high.z()),
                (x, y, z) -> shape.distance(-x, y, z),
                hounsfield,
                suv);
    }
}
