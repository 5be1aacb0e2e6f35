package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.Volume;

/// Where a volume rendering is seen from: parallel rays, so that sizes on the screen are true.
///
/// `target` is the point in the middle of the view. `right` and `down` are the screen's directions in the
/// patient, of length one and perpendicular; the rays run along `right × down`, away from the reader.
///
/// **Units:** `mmPerPixel` is what a logical pixel of the view covers.
public record Camera(Vec3 target, Vec3 right, Vec3 down, double mmPerPixel) {
    public Camera {
        if (Math.abs(right.length() - 1) > 1e-6
                || Math.abs(down.length() - 1) > 1e-6
                || Math.abs(right.dot(down)) > 1e-6
                || !(mmPerPixel > 0)) {
            throw new IllegalArgumentException("camera directions must be of length one and perpendicular");
        }
    }

    /// Before the patient, head up, the whole volume in a view of this many logical pixels each way, however
    /// it is turned.
    public static Camera front(Volume volume, double viewSide) {
        return new Camera(volume.centre(), new Vec3(1, 0, 0), new Vec3(0, 0, -1), diagonalMm(volume) / viewSide);
    }

    /// The longest way through a volume.
    static double diagonalMm(Volume volume) {
        return volume.voxelToWorld()
                .applyToDirection(new Vec3(volume.columns(), volume.rows(), volume.depth()))
                .length();
    }

    public Vec3 forward() {
        return right.cross(down);
    }

    /// The volume turned under the reader's hand: its near side follows a drag to the right and down.
    public Camera orbited(double degreesRight, double degreesDown) {
        Camera turned = turned(down, degreesRight);
        return turned.turned(turned.right, -degreesDown);
    }

    /// Closer by a factor.
    public Camera zoomed(double factor) {
        return new Camera(target, right, down, mmPerPixel / factor);
    }

    /// The picture moved by so many logical pixels.
    public Camera panned(double pixelsRight, double pixelsDown) {
        return new Camera(
                target.minus(right.times(pixelsRight * mmPerPixel)).minus(down.times(pixelsDown * mmPerPixel)),
                right,
                down,
                mmPerPixel);
    }

    /// The plane through the target at right angles to the rays; with a slab as thick as the volume it is a
    /// MIP in 3D.
    public ViewPlane plane() {
        return new ViewPlane(target, right, down);
    }

    /// The slab that holds the whole volume from wherever it is seen.
    public static Slab throughAll(Volume volume, Slab.Projection projection) {
        return new Slab(2 * diagonalMm(volume), projection);
    }

    private Camera turned(Vec3 axis, double degrees) {
        Vec3 newRight = rotate(right, axis, degrees).unit();
        Vec3 raw = rotate(down, axis, degrees);
        Vec3 newDown = raw.minus(newRight.times(raw.dot(newRight))).unit();
        return new Camera(target, newRight, newDown, mmPerPixel);
    }

    private static Vec3 rotate(Vec3 v, Vec3 axis, double degrees) {
        double angle = Math.toRadians(degrees);
        double cos = Math.cos(angle);
        return v.times(cos).plus(axis.cross(v).times(Math.sin(angle))).plus(axis.times(axis.dot(v) * (1 - cos)));
    }
}
