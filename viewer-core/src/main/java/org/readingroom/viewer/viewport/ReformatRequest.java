package org.readingroom.viewer.viewport;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.Volume;

/// A cut of stated place, size and grid, independent of any window on a screen.
///
/// **Space:** the plane is in the volume's world (patient, mm). **Units:** `mmPerElement` is the edge of a square
/// picture element.
/// **Shape:** `height × width` elements, the plane's centre in the middle of the picture.
public record ReformatRequest(ViewPlane plane, int width, int height, double mmPerElement, Slab slab) {
    /// chosen: the largest picture worth making, so that an absurd request asks for no gigabytes.
    public static final int LARGEST_SIDE = 8192;

    public ReformatRequest {
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE || !(mmPerElement > 0)) {
            throw new IllegalArgumentException(
                    "reformat of " + width + " x " + height + " elements of " + mmPerElement + " mm");
        }
    }

    /// A plane through `centre` that looks along `normal` with `up` towards the top of the picture.
    ///
    /// `up` is made perpendicular to the normal first.
    ///
    /// **Errors:** [IllegalArgumentException] when a direction is zero or both are parallel.
    public static ViewPlane plane(Vec3 centre, Vec3 normal, Vec3 up) {
        Vec3 into = normal.unit();
        Vec3 down = up.minus(into.times(up.dot(into))).times(-1).unit();
        return new ViewPlane(centre, down.cross(into), down);
    }

    /// The plane of the given kind through a point.
    public static ViewPlane plane(PlaneKind kind, Volume volume, Vec3 through) {
        return PlaneStack.of(volume, kind).first().through(through);
    }

    /// The whole of the volume in the plane that runs through `plane`'s centre, at the finest voxel edge.
    public static ReformatRequest covering(Volume volume, ViewPlane plane, Slab slab) {
        Vec3 offset = volume.centre().minus(plane.centre());
        Vec3 centre = plane.centre()
                .plus(plane.right().times(offset.dot(plane.right())))
                .plus(plane.down().times(offset.dot(plane.down())));
        double finest = Math.min(
                volume.voxelToWorld().x().length(),
                Math.min(
                        volume.voxelToWorld().y().length(),
                        volume.voxelToWorld().z().length()));
        int width = (int) Math.ceil(ViewResolver.extent(volume, plane.right()) / finest - 1e-6);
        int height = (int) Math.ceil(ViewResolver.extent(volume, plane.down()) / finest - 1e-6);
        int longest = Math.max(width, height);
        double coarser = Math.max(1, (double) longest / LARGEST_SIDE);
        return new ReformatRequest(
                plane.through(centre),
                (int) Math.clamp(Math.floor(width / coarser), 1, LARGEST_SIDE),
                (int) Math.clamp(Math.floor(height / coarser), 1, LARGEST_SIDE),
                finest * coarser,
                slab);
    }

    /// Whether any part of the picture may lie in `volume`; false only when none does.
    public boolean meets(Volume volume) {
        double halfWidth = width * mmPerElement / 2;
        double halfHeight = height * mmPerElement / 2;
        Vec3 centre = volume.worldToVoxel().apply(plane.centre());
        double[] at = {centre.x(), centre.y(), centre.z()};
        double[] reach = new double[3];
        for (Vec3 half : List.of(
                plane.right().times(halfWidth),
                plane.down().times(halfHeight),
                plane.normal().times(slab.thicknessMm() / 2))) {
            Vec3 voxels = volume.worldToVoxel().applyToDirection(half);
            reach[0] += Math.abs(voxels.x());
            reach[1] += Math.abs(voxels.y());
            reach[2] += Math.abs(voxels.z());
        }
        int[] counts = {volume.columns(), volume.rows(), volume.depth()};
        for (int axis = 0; axis < 3; axis++) {
            if (at[axis] + reach[axis] < -0.5 || at[axis] - reach[axis] > counts[axis] - 0.5) {
                return false;
            }
        }
        return true;
    }

    /// The picture of this cut with the given look.
    public ResolvedView resolve(Volume volume, ViewResolver.Look look) {
        return resolve(volume, look, ViewExtras.NONE);
    }

    /// As above, with a quality, image processing and a second volume.
    public ResolvedView resolve(Volume volume, ViewResolver.Look look, ViewExtras extras) {
        double across = ViewResolver.extent(volume, plane.right()) / width;
        double down = ViewResolver.extent(volume, plane.down()) / height;
        double zoom = Math.max(across, down) / mmPerElement;
        return ViewResolver.resolve(
                volume,
                plane,
                slab,
                ViewPresentation.unclamped(zoom),
                look,
                ViewResolver.PictureSize.pixels(width, height),
                extras);
    }
}
