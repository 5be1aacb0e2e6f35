package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.Volume;

/// The part of a volume that a volume rendering shows.
///
/// **Space:** voxel coordinates; a whole volume reaches from -0.5 to its size - 0.5.
public record ClipBox(Vec3 low, Vec3 high) {
    public ClipBox {
        if (!(low.x() < high.x() && low.y() < high.y() && low.z() < high.z())) {
            throw new IllegalArgumentException("clip box from " + low + " to " + high);
        }
    }

    public static ClipBox whole(Volume volume) {
        return new ClipBox(
                new Vec3(-0.5, -0.5, -0.5),
                new Vec3(volume.columns() - 0.5, volume.rows() - 0.5, volume.depth() - 0.5));
    }
}
