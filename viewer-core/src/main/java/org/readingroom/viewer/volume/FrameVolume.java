package org.readingroom.viewer.volume;

import java.util.List;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// Makes the volume of depth one that a stack shows.
///
/// Without patient geometry its world is the frame's own plane: x right, y down, the centre of the
/// first pixel at
/// the origin, in millimetres or, with no scale either, in pixels of true shape.
public final class FrameVolume {
    private FrameVolume() {}

    public static Volume of(ImageFrame frame, Slice slice) {
        ImagePlane plane = frame.plane();
        if (plane != null) {
            return new Volume(List.of(slice), voxelToPatient(plane), true);
        }
        PixelSpacing spacing = switch (frame.scale()) {
            case PixelScale.Millimetres mm -> mm.spacing();
            case PixelScale.None none -> new PixelSpacing(none.verticalToHorizontal(), 1);
        };
        AffineMap map = new AffineMap(
                new Vec3(spacing.columnMm(), 0, 0), new Vec3(0, spacing.rowMm(), 0), new Vec3(0, 0, 1), Vec3.ZERO);
        return new Volume(List.of(slice), map, false);
    }

    private static AffineMap voxelToPatient(ImagePlane plane) {
        return new AffineMap(
                plane.rowDirection().times(plane.spacing().columnMm()),
                plane.columnDirection().times(plane.spacing().rowMm()),
                plane.normal(),
                plane.position());
    }
}
