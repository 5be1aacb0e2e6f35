package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.Vec3;

/// A plane through a volume, before zoom, pan, turn and flip.
///
/// **Space:** the volume's world: patient (mm, LPS) where it has geometry.
/// **Units:** `right` and `down` have length one and stand on each other.
public record ViewPlane(Vec3 centre, Vec3 right, Vec3 down) {
    public ViewPlane {
        if (Math.abs(right.length() - 1) > 1e-6
                || Math.abs(down.length() - 1) > 1e-6
                || Math.abs(right.dot(down)) > 1e-4) {
            throw new IllegalArgumentException("directions of a plane must be of length one and perpendicular");
        }
    }

    /// Points away from the reader, into the screen.
    public Vec3 normal() {
        return right.cross(down);
    }

    public ViewPlane through(Vec3 point) {
        return new ViewPlane(point, right, down);
    }
}
