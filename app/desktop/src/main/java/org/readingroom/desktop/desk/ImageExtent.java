package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PlaneRectangle;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;

/// How far images reach in the patient.
final class ImageExtent {
    private ImageExtent() {}

    /// That of a frame; nothing where the file does not place it.
    static Optional<PlaneRectangle> of(ImageFrame frame) {
        ImagePlane plane = frame.plane();
        return plane == null
                ? Optional.empty()
                : Optional.of(PlaneRectangle.of(
                        plane, frame.format().columns(), frame.format().rows()));
    }

    /// That of a cut through a volume.
    static Optional<PlaneRectangle> of(Volume volume, ViewPlane plane) {
        return volume.isInPatient()
                ? Optional.of(new PlaneRectangle(
                        plane.centre(),
                        plane.right(),
                        plane.down(),
                        ViewResolver.extent(volume, plane.right()) / 2,
                        ViewResolver.extent(volume, plane.down()) / 2))
                : Optional.empty();
    }

    /// That of the picture on screen.
    static Optional<PlaneRectangle> of(ViewContext view) {
        return view.frame().map(ImageExtent::of).orElseGet(() -> of(view.volume(), view.viewPlane()));
    }

    /// That of what a view stands at now.
    static Optional<PlaneRectangle> of(ViewportModel view) {
        OpenSet open = view.setProperty().get();
        if (open == null || !view.isFlat()) {
            return Optional.empty();
        }
        return view.frame()
                .map(ImageExtent::of)
                .orElseGet(() ->
                        open.volume().flatMap(made -> view.plane().flatMap(plane -> of(made.volume(), plane))));
    }

    /// Those of every frame of a stack, in its order; none for a cut.
    static List<PlaneRectangle> all(ViewportModel view) {
        return view.frame().isEmpty()
                ? List.of()
                : view.displaySet().orElseThrow().frames().stream()
                        .map(ImageExtent::of)
                        .flatMap(Optional::stream)
                        .toList();
    }
}
