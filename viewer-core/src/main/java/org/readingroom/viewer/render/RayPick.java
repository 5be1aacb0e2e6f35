package org.readingroom.viewer.render;

import java.util.Optional;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;

/// Finds the place in the patient that a point of a picture seen from outside stands for: the surface that stops half
/// of
/// the light, or the voxel whose value a MIP shows.
// [impl->req~view.pick~1]
public final class RayPick {
    private RayPick() {}

    /// Nothing where the ray meets nothing visible. (0.5, 0.5) is the middle of the first element.
    ///
    /// **Units:** picture elements.
    public static Optional<Vec3> at(ResolvedPicture picture, double x, double y) {
        return switch (picture) {
            case ResolvedScene scene -> surface(scene, x, y);
            case ResolvedView view ->
                view.slab().projection() == Slab.Projection.MAXIMUM ? brightest(view, x, y) : Optional.empty();
            case ResolvedCurve curve -> Optional.empty();
        };
    }

    private static Optional<Vec3> surface(ResolvedScene scene, double x, double y) {
        Vec3 base =
                scene.origin().plus(scene.du().times(x - 0.5)).plus(scene.dv().times(y - 0.5));
        double[] range = SceneRange.of(base, scene.dn(), scene.clip());
        SceneTable table = new SceneTable(scene);
        double left = 1;
        for (int k = (int) Math.ceil(range[0]); k <= range[1]; k++) {
            Vec3 at = base.plus(scene.dn().times(k));
            float value = scene.volume().nearestValue(at);
            if (!Float.isNaN(value)) {
                left *= 1 - table.rgba()[4 * table.entry(value) + 3];
            }
            if (left < 0.5) {
                return Optional.of(scene.volume().voxelToWorld().apply(at));
            }
        }
        return Optional.empty();
    }

    private static Optional<Vec3> brightest(ResolvedView view, double x, double y) {
        Vec3 middle =
                view.origin().plus(view.du().times(x - 0.5)).plus(view.dv().times(y - 0.5));
        int steps = (int) Math.ceil(2 * view.dn().length()) + 1;
        float best = Float.NEGATIVE_INFINITY;
        Vec3 place = null;
        for (int k = 0; k <= steps; k++) {
            Vec3 at = middle.plus(view.dn().times((double) k / steps - 0.5));
            float value = view.volume().nearestValue(at);
            if (value > best) {
                best = value;
                place = at;
            }
        }
        return Optional.ofNullable(place).map(view.volume().voxelToWorld()::apply);
    }
}
