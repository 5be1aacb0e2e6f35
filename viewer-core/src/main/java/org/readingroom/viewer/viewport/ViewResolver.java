package org.readingroom.viewer.viewport;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.FrameLayers;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.Volume;

/// Turns a plane, a look and a window size into the numbers of one picture.
// [impl->req~view.one-affine~1]
public final class ViewResolver {
    /// chosen: below a thousandth of a voxel over the whole picture a cut counts as lying in its
    /// slice.
    private static final double SAME_SLICE = 1e-3;

    private ViewResolver() {}

    /// The size of a picture: logical size of the view and picture elements per logical pixel.
    ///
    /// **Range:** `density` 1 draws one element per logical pixel, 2 on a screen scaled to 200 %,
    /// below 1 a draft.
    public record PictureSize(double width, double height, double density) {
        public PictureSize {
            if (!(width > 0) || !(height > 0) || !(density > 0)) {
                throw new IllegalArgumentException("picture of " + width + " x " + height + " at " + density);
            }
        }

        public static PictureSize pixels(int width, int height) {
            return new PictureSize(width, height, 1);
        }

        /// The same window drawn with as many elements as a quality wants.
        public PictureSize at(Quality quality) {
            return new PictureSize(width, height, density * quality.density());
        }

        public int elementsAcross() {
            return (int) Math.max(1, Math.round(width * density));
        }

        public int elementsDown() {
            return (int) Math.max(1, Math.round(height * density));
        }
    }

    /// What the values become, settled for one picture.
    public record Look(Voi voi, boolean inverse, DataPresentation data, FrameLayers layers) {
        /// Without anything over the picture, as in a reformat.
        public Look(Voi voi, boolean inverse, DataPresentation data) {
            this(voi, inverse, data, FrameLayers.NONE);
        }
    }

    public static ResolvedView resolve(
            Volume volume, ViewPlane plane, Slab slab, ViewPresentation presentation, Look look, PictureSize size) {
        return resolve(volume, plane, slab, presentation, look, size, ViewExtras.NONE);
    }

    /// As above, with a quality, image processing and a second volume.
    ///
    /// At [Quality#FAST] the picture has fewer elements for the same window; its [ViewTransform] is that of
    /// the window.
    // [impl->req~view.quality~1]
    public static ResolvedView resolve(
            Volume volume,
            ViewPlane plane,
            Slab slab,
            ViewPresentation presentation,
            Look look,
            PictureSize size,
            ViewExtras extras) {
        PictureSize elements = size.at(extras.quality());
        ViewTransform transform = transform(volume, plane, presentation, size);
        Fusion fusion = extras.fusion();
        ResolvedView.Overlay overlay = null;
        if (fusion != null) {
            AffineMap screenToOverlay = transform.screenToWorld().then(fusion.baseToOverlay());
            ViewTransform over = new ViewTransform(
                    size.width(),
                    size.height(),
                    screenToOverlay,
                    fusion.volume().worldToVoxel(),
                    fusion.volume().isInPatient());
            overlay = new ResolvedView.Overlay(
                    cut(fusion.volume(), over, slab, fusion.look(), elements, extras.quality(), Processing.NONE, null),
                    fusion.opacity(),
                    fusion.blend());
        }
        return cut(volume, transform, slab, look, elements, extras.quality(), extras.processing(), overlay);
    }

    private static ResolvedView cut(
            Volume volume,
            ViewTransform transform,
            Slab slab,
            Look look,
            PictureSize size,
            Quality quality,
            Processing processing,
            ResolvedView.@Nullable Overlay overlay) {
        AffineMap screenToVoxel = transform.screenToWorld().then(volume.worldToVoxel());
        double across = size.width() / size.elementsAcross();
        double down = size.height() / size.elementsDown();
        Vec3 du = screenToVoxel.x().times(across);
        Vec3 dv = screenToVoxel.y().times(down);
        Vec3 dn = screenToVoxel.z().times(slab.thicknessMm());
        Vec3 origin = screenToVoxel.apply(new Vec3(across / 2, down / 2, 0));
        double drift = Math.abs(du.z()) * size.elementsAcross() + Math.abs(dv.z()) * size.elementsDown();
        if (slab.thicknessMm() == 0 && drift < SAME_SLICE) {
            double z = Math.abs(origin.z() - Math.rint(origin.z())) < SAME_SLICE ? Math.rint(origin.z()) : origin.z();
            du = new Vec3(unlessTiny(du.x(), du), unlessTiny(du.y(), du), 0);
            dv = new Vec3(unlessTiny(dv.x(), dv), unlessTiny(dv.y(), dv), 0);
            origin = new Vec3(origin.x(), origin.y(), z);
        }
        return new ResolvedView(
                size.elementsAcross(),
                size.elementsDown(),
                volume,
                origin,
                du,
                dv,
                dn,
                slab,
                look.data().interpolation(),
                look.voi(),
                look.inverse(),
                look.data().palette(),
                transform,
                quality,
                processing,
                overlay,
                look.layers());
    }

    /// Where the points of the picture lie, without drawing it.
    public static ViewTransform transform(
            Volume volume, ViewPlane plane, ViewPresentation presentation, PictureSize size) {
        double turn = Math.toRadians(presentation.turnDegrees());
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double mirror = presentation.flippedHorizontally() ? -1 : 1;
        Vec3 screenRight = plane.right().times(mirror * cos).minus(plane.down().times(sin));
        Vec3 screenDown = plane.right().times(mirror * sin).plus(plane.down().times(cos));
        double fitted =
                Math.max(extent(volume, screenRight) / size.width(), extent(volume, screenDown) / size.height());
        double unitsPerPixel = fitted / presentation.zoom();
        Vec3 origin = plane.centre()
                .minus(screenRight.times(presentation.panRight() + size.width() / 2 * unitsPerPixel))
                .minus(screenDown.times(presentation.panDown() + size.height() / 2 * unitsPerPixel));
        AffineMap screenToWorld = new AffineMap(
                screenRight.times(unitsPerPixel), screenDown.times(unitsPerPixel), plane.normal(), origin);
        return new ViewTransform(
                size.width(), size.height(), screenToWorld, volume.worldToVoxel(), volume.isInPatient());
    }

    /// How far the grid reaches along a direction, outer edges of its voxels included.
    ///
    /// The depth of a single slice counts nothing: it has none.
    public static double extent(Volume volume, Vec3 directionWorld) {
        AffineMap map = volume.voxelToWorld();
        double depth = volume.depth() == 1 ? 0 : volume.depth();
        return Math.abs(directionWorld.dot(map.x())) * volume.columns()
                + Math.abs(directionWorld.dot(map.y())) * volume.rows()
                + Math.abs(directionWorld.dot(map.z())) * depth;
    }

    private static double unlessTiny(double component, Vec3 whole) {
        return Math.abs(component) < 1e-9 * whole.length() ? 0 : component;
    }
}
