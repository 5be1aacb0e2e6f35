package org.readingroom.viewer.render;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ResolvedScene;

/// How the differences of values along the axes of a volume become light on a surface.
///
/// A surface across the differences (x, y, z), taken over two voxels each, faces the light by
/// `|light · d| / √(squares · (x², y², z²) + products · (xy, xz, yz))`.
///
/// **Source:** gradients are covectors: in the patient they are the transposed map from world to voxel times
/// those in the grid.
public record SceneLight(Vec3 light, Vec3 squares, Vec3 products) {
    /// Differences are in modality values times `scale`.
    public static SceneLight of(ResolvedScene scene, double scale) {
        AffineMap map = scene.volume().worldToVoxel();
        Vec3 x = new Vec3(map.x().x(), map.y().x(), map.z().x()).times(scale);
        Vec3 y = new Vec3(map.x().y(), map.y().y(), map.z().y()).times(scale);
        Vec3 z = new Vec3(map.x().z(), map.y().z(), map.z().z()).times(scale);
        Vec3 forward = scene.forward();
        return new SceneLight(
                new Vec3(x.dot(forward), y.dot(forward), z.dot(forward)),
                new Vec3(x.dot(x), y.dot(y), z.dot(z)),
                new Vec3(2 * x.dot(y), 2 * x.dot(z), 2 * y.dot(z)));
    }
}
