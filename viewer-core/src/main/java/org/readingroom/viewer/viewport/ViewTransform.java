package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Anatomical;
import org.readingroom.viewer.geometry.Vec3;

/// Where things of one picture lie on the screen, and back.
///
/// **Space:** screen points are in logical pixels of the view, (0, 0) its top left corner, z the
/// depth below the
/// plane in world units; world is the patient (mm, LPS) when `isInPatient`, else the frame's own
/// plane.
/// **Thread:** any; immutable.
public record ViewTransform(
        double width, double height, AffineMap screenToWorld, AffineMap worldToVoxel, boolean isInPatient) {

    public Vec3 screenToWorld(double x, double y) {
        return screenToWorld.apply(new Vec3(x, y, 0));
    }

    /// `x` and `y` are the screen point, `z` how far the point lies behind the plane, in world
    /// units.
    public Vec3 worldToScreen(Vec3 pWorld) {
        return screenToWorld.inverse().apply(pWorld);
    }

    /// The continuous voxel coordinates under a screen point; integers are voxel centres.
    public Vec3 screenToVoxel(double x, double y) {
        return worldToVoxel.apply(screenToWorld(x, y));
    }

    public Vec3 voxelToScreen(Vec3 pVoxel) {
        return worldToScreen(worldToVoxel.inverse().apply(pVoxel));
    }

    /// World units (mm where there is a scale) per logical pixel.
    public double worldUnitsPerPixel() {
        return screenToWorld.x().length();
    }

    /// The letters of the direction that leads to the right edge; empty without patient geometry.
    public String lettersRight() {
        return isInPatient ? Anatomical.letters(screenToWorld.x()) : "";
    }

    public String lettersLeft() {
        return isInPatient ? Anatomical.letters(screenToWorld.x().times(-1)) : "";
    }

    public String lettersBottom() {
        return isInPatient ? Anatomical.letters(screenToWorld.y()) : "";
    }

    public String lettersTop() {
        return isInPatient ? Anatomical.letters(screenToWorld.y().times(-1)) : "";
    }
}
