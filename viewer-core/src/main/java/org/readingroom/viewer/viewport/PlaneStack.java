package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.Volume;

/// Parallel cuts through a volume, one voxel apart: what the wheel scrolls through in a reformat.
///
/// **Range:** positions from 0 to `count` - 1, along the normal of `first`.
/// **Units:** `step` in world units (mm).
public record PlaneStack(ViewPlane first, double step, int count) {

    /// The axial, coronal or sagittal cuts of a volume in patient space.
    ///
    /// Axial is seen from the feet, coronal from the front, sagittal from the patient's left; head
    /// up, front up,
    /// the patient's left on the right of the screen.
    // [impl->req~view.reformat-planes~1]
    public static PlaneStack of(Volume volume, PlaneKind kind) {
        return of(volume, kind, Turn.NONE);
    }

    /// The same cuts turned in the patient; acquired ones do not turn.
    // [impl->req~view.oblique~1]
    public static PlaneStack of(Volume volume, PlaneKind kind, Turn turn) {
        Vec3 left = turn.apply(new Vec3(1, 0, 0));
        Vec3 posterior = turn.apply(new Vec3(0, 1, 0));
        Vec3 feet = turn.apply(new Vec3(0, 0, -1));
        return switch (kind) {
            case AXIAL -> along(volume, left, posterior);
            case CORONAL -> along(volume, left, feet);
            case SAGITTAL -> along(volume, posterior, feet);
            case ACQUIRED ->
                along(
                        volume,
                        volume.voxelToWorld().x().unit(),
                        perpendicular(
                                volume.voxelToWorld().x().unit(),
                                volume.voxelToWorld().y()));
        };
    }

    /// Cuts with the given directions through the whole of `volume`.
    public static PlaneStack along(Volume volume, Vec3 right, Vec3 down) {
        ViewPlane middle = new ViewPlane(volume.centre(), right, down);
        Vec3 normal = middle.normal();
        Vec3 perUnit = volume.worldToVoxel().applyToDirection(normal);
        double fastest = Math.max(Math.abs(perUnit.x()), Math.max(Math.abs(perUnit.y()), Math.abs(perUnit.z())));
        double step = 1 / fastest;
        AffineMap map = volume.voxelToWorld();
        double reach = Math.abs(normal.dot(map.x())) * (volume.columns() - 1)
                + Math.abs(normal.dot(map.y())) * (volume.rows() - 1)
                + Math.abs(normal.dot(map.z())) * (volume.depth() - 1);
        int count = (int) Math.floor(reach / step + 1e-6) + 1;
        Vec3 start = volume.centre().minus(normal.times(step * (count - 1) / 2.0));
        return new PlaneStack(middle.through(start), step, count);
    }

    public ViewPlane plane(int index) {
        return first.through(first.centre().plus(first.normal().times(step * index)));
    }

    /// The position whose cut lies closest to a point.
    public int nearest(Vec3 pWorld) {
        double along = pWorld.minus(first.centre()).dot(first.normal());
        return Math.clamp(Math.round(along / step), 0, count - 1);
    }

    private static Vec3 perpendicular(Vec3 unit, Vec3 other) {
        return other.minus(unit.times(unit.dot(other))).unit();
    }
}
