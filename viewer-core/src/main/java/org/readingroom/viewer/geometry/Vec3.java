package org.readingroom.viewer.geometry;

/// A point or a direction in three dimensions.
///
/// **Space:** whatever the name of the variable says: `pPatient` is in millimetres, axes L, P, S.
public record Vec3(double x, double y, double z) {
    public static final Vec3 ZERO = new Vec3(0, 0, 0);

    public Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    public Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    public Vec3 times(double f) {
        return new Vec3(x * f, y * f, z * f);
    }

    public double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    public Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    public double distanceTo(Vec3 o) {
        return minus(o).length();
    }

    /// This direction with length one.
    public Vec3 unit() {
        double length = length();
        if (!(length > 0)) {
            throw new IllegalArgumentException("a direction of length " + length + " has no unit vector");
        }
        return times(1 / length);
    }
}
