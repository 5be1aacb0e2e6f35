package org.readingroom.viewer.presentation;

import java.util.Optional;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;

/// Zoom, pan, turn and flip that show what a presentation state asks for in a view of a size.
///
/// **Source:** DICOM PS3.3 sections C.10.4 and C.10.6.
// [impl->req~presentation.area~1]
public final class DisplayedAreaFit {
    private DisplayedAreaFit() {}

    /// `volume` is the frame alone, `plane` the one it lies in; `glassMm` is the size of a logical pixel of the screen,
    /// 0 when unknown: a true size cannot be kept then, and the area is fitted.
    public static ViewPresentation fit(
            SpatialTransform transform,
            Optional<DisplayedArea> area,
            Volume volume,
            ViewPlane plane,
            double width,
            double height,
            double glassMm) {
        ViewPresentation turned =
                new ViewPresentation(1, 0, 0, transform.turnAfterFlipDegrees(), transform.isFlipped());
        if (area.isEmpty()) {
            return turned;
        }
        DisplayedArea shown = area.get();
        ViewResolver.PictureSize size = new ViewResolver.PictureSize(width, height, 1);
        Vec3 right = ViewResolver.transform(volume, plane, turned, size)
                .screenToWorld()
                .x();
        Vec3 down = ViewResolver.transform(volume, plane, turned, size)
                .screenToWorld()
                .y();
        double fitted = right.length();
        double unitsPerPixel = unitsPerPixel(shown, volume, right.unit(), down.unit(), width, height, glassMm);
        Vec3 centre = volume.voxelToWorld()
                .apply(new Vec3((shown.left() + shown.right()) / 2.0 - 1, (shown.top() + shown.bottom()) / 2.0 - 1, 0));
        Vec3 from = plane.centre().minus(centre);
        return turned.withZoom(fitted / unitsPerPixel).panned(from.dot(right.unit()), from.dot(down.unit()));
    }

    private static double unitsPerPixel(
            DisplayedArea shown, Volume volume, Vec3 right, Vec3 down, double width, double height, double glassMm) {
        double columnUnits = volume.voxelToWorld().x().length();
        return switch (shown.mode()) {
            case MAGNIFY -> columnUnits / shown.value();
            case TRUE_SIZE ->
                glassMm > 0 ? columnUnits * glassMm / shown.value() : fitted(shown, volume, right, down, width, height);
            case SCALE_TO_FIT -> fitted(shown, volume, right, down, width, height);
        };
    }

    private static double fitted(
            DisplayedArea shown, Volume volume, Vec3 right, Vec3 down, double width, double height) {
        return Math.max(reach(shown, volume, right) / width, reach(shown, volume, down) / height);
    }

    /// How far the area reaches along a direction.
    private static double reach(DisplayedArea shown, Volume volume, Vec3 direction) {
        return Math.abs(direction.dot(volume.voxelToWorld().x())) * shown.columns()
                + Math.abs(direction.dot(volume.voxelToWorld().y())) * shown.rows();
    }
}
