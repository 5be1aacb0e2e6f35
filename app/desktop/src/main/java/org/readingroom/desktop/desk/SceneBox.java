package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.volume.Volume;

/// The clip box of a volume seen from outside, as it lies on the screen.
///
/// **Units:** logical pixels of the view.
record SceneBox(List<Vec3> corners, List<Handle> handles) {
    /// chosen: how close to a handle the pointer takes hold of it.
    private static final double GRASP = 12;

    /// Pairs of corners that an edge joins; bit 0 of a corner is the x side, bit 1 y, bit 2 z.
    static final int[][] EDGES = {
        {0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}
    };

    /// Where a face is taken hold of.
    record Handle(Face face, double x, double y) {}

    /// One side of the box: along voxel axis 0, 1 or 2, at its high end or its low one.
    record Face(int axis, boolean isHigh) {
        /// The box with this face moved along its axis as far as the pointer went; it keeps a voxel's thickness.
        ClipBox moved(ClipBox box, Volume volume, Camera camera, double dx, double dy) {
            Vec3 along = axis(volume.voxelToWorld());
            double sx = along.dot(camera.right()) / camera.mmPerPixel();
            double sy = along.dot(camera.down()) / camera.mmPerPixel();
            double square = sx * sx + sy * sy;
            if (square < 1e-6) {
                return box;
            }
            double voxels = (dx * sx + dy * sy) / square;
            ClipBox whole = ClipBox.whole(volume);
            double low = part(box.low());
            double high = part(box.high());
            return isHigh
                    ? new ClipBox(box.low(), with(box.high(), Math.clamp(high + voxels, low + 1, part(whole.high()))))
                    : new ClipBox(with(box.low(), Math.clamp(low + voxels, part(whole.low()), high - 1)), box.high());
        }

        private Vec3 axis(AffineMap map) {
            return axis == 0 ? map.x() : axis == 1 ? map.y() : map.z();
        }

        private double part(Vec3 v) {
            return axis == 0 ? v.x() : axis == 1 ? v.y() : v.z();
        }

        private Vec3 with(Vec3 v, double value) {
            return new Vec3(axis == 0 ? value : v.x(), axis == 1 ? value : v.y(), axis == 2 ? value : v.z());
        }
    }

    /// Nothing for a picture that no box clips.
    static Optional<SceneBox> of(Picture.Scene shown, double width, double height) {
        if (!(shown.resolved() instanceof ResolvedScene scene)) {
            return Optional.empty();
        }
        ClipBox box = scene.clip();
        AffineMap toPatient = scene.volume().voxelToWorld();
        List<Vec3> corners = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Vec3 voxel = new Vec3(
                    (i & 1) == 0 ? box.low().x() : box.high().x(),
                    (i & 2) == 0 ? box.low().y() : box.high().y(),
                    (i & 4) == 0 ? box.low().z() : box.high().z());
            corners.add(onScreen(shown.camera(), toPatient.apply(voxel), width, height));
        }
        List<Handle> handles = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            for (boolean isHigh : new boolean[] {false, true}) {
                Vec3 middle = new Vec3(0, 0, 0);
                for (int i = 0; i < 8; i++) {
                    if ((i >> axis & 1) == (isHigh ? 1 : 0)) {
                        middle = middle.plus(corners.get(i).times(0.25));
                    }
                }
                handles.add(new Handle(new Face(axis, isHigh), middle.x(), middle.y()));
            }
        }
        return Optional.of(new SceneBox(corners, handles));
    }

    /// Where a place in the patient is seen; z is how far behind the camera's target it lies, in mm.
    static Vec3 onScreen(Camera camera, Vec3 pPatient, double width, double height) {
        Vec3 from = pPatient.minus(camera.target());
        return new Vec3(
                from.dot(camera.right()) / camera.mmPerPixel() + width / 2,
                from.dot(camera.down()) / camera.mmPerPixel() + height / 2,
                from.dot(camera.forward()));
    }

    /// The face whose handle is under the pointer, the closest of several.
    Optional<Face> at(double x, double y) {
        return handles.stream()
                .filter(h -> Math.hypot(h.x() - x, h.y() - y) <= GRASP)
                .min((a, b) -> Double.compare(Math.hypot(a.x() - x, a.y() - y), Math.hypot(b.x() - x, b.y() - y)))
                .map(Handle::face);
    }
}
