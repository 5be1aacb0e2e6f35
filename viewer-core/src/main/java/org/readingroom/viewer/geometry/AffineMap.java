package org.readingroom.viewer.geometry;

/// A map of space made of three axes and an origin: `p -> origin + x·p.x + y·p.y + z·p.z`.
///
/// A variable of this type is named by the spaces it joins: `voxelToPatient`, `patientToScreen`.
public record AffineMap(Vec3 x, Vec3 y, Vec3 z, Vec3 origin) {
    public static final AffineMap IDENTITY =
            new AffineMap(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1), Vec3.ZERO);

    public Vec3 apply(Vec3 point) {
        return origin.plus(applyToDirection(point));
    }

    /// The map without its origin, for differences of points.
    public Vec3 applyToDirection(Vec3 direction) {
        return x.times(direction.x()).plus(y.times(direction.y())).plus(z.times(direction.z()));
    }

    /// First this map, then `next`.
    public AffineMap then(AffineMap next) {
        return new AffineMap(
                next.applyToDirection(x), next.applyToDirection(y), next.applyToDirection(z), next.apply(origin));
    }

    /// The volume of the image of the unit cube; negative when the map mirrors.
    public double determinant() {
        return x.dot(y.cross(z));
    }

    /// The map back.
    ///
    /// **Errors:** [IllegalArgumentException] when the axes lie in one plane.
    public AffineMap inverse() {
        double determinant = determinant();
        if (!(Math.abs(determinant) > 1e-12 * x.length() * y.length() * z.length())) {
            throw new IllegalArgumentException("axes in one plane have no inverse, determinant " + determinant);
        }
        Vec3 a = y.cross(z).times(1 / determinant);
        Vec3 b = z.cross(x).times(1 / determinant);
        Vec3 c = x.cross(y).times(1 / determinant);
        Vec3 inverseX = new Vec3(a.x(), b.x(), c.x());
        Vec3 inverseY = new Vec3(a.y(), b.y(), c.y());
        Vec3 inverseZ = new Vec3(a.z(), b.z(), c.z());
        Vec3 back = inverseX.times(origin.x())
                .plus(inverseY.times(origin.y()))
                .plus(inverseZ.times(origin.z()))
                .times(-1);
        return new AffineMap(inverseX, inverseY, inverseZ, back);
    }
}
