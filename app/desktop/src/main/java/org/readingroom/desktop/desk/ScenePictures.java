package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.SceneRequest;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.TransferFunction;
import org.readingroom.viewer.viewport.TransferPresets;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;

/// Makes the pictures of a volume seen from outside. Only a whole volume is shown.
// [impl->req~desk.volume-rendering~1]
final class ScenePictures {
    private ScenePictures() {}

    static Picture of(
            ViewportModel view, OpenSet open, SceneLook look, ViewResolver.PictureSize size, Quality quality) {
        Optional<Volume> whole = open.volume().map(made -> made.volume()).filter(Volume::isComplete);
        Optional<Voi> voi = view.voi();
        if (whole.isEmpty() || voi.isEmpty()) {
            return FlatPictures.waiting(open);
        }
        if (whole.get().isColour()) {
            return new Picture.Failed("viewer.volume.colour", List.of());
        }
        Optional<Volume> left = open.cut(whole.get(), look.cuts());
        if (left.isEmpty()) {
            return new Picture.Loading(0, 0);
        }
        Volume volume = left.get();
        Camera camera = look.camera(volume, Math.min(size.width(), size.height()));
        ResolvedPicture resolved = look.preset().equals(SceneLook.BRIGHTEST)
                ? brightest(volume, camera, FlatPictures.look(open, voi.get()), size, quality)
                : new SceneRequest(
                                volume,
                                camera,
                                transfer(look.preset(), FlatPictures.look(open, voi.get())),
                                look.isShaded(),
                                look.box(volume),
                                quality)
                        .resolve(size);
        return new Picture.Scene(resolved, camera, look);
    }

    private static ResolvedPicture brightest(
            Volume volume, Camera camera, ViewResolver.Look look, ViewResolver.PictureSize size, Quality quality) {
        ViewPlane plane = camera.plane();
        double fitted = Math.max(
                ViewResolver.extent(volume, plane.right()) / size.width(),
                ViewResolver.extent(volume, plane.down()) / size.height());
        ViewPresentation presentation = ViewPresentation.FIT.withZoom(fitted / camera.mmPerPixel());
        return ViewResolver.resolve(
                volume,
                plane,
                Camera.throughAll(volume, Slab.Projection.MAXIMUM),
                presentation,
                look,
                size,
                ViewExtras.NONE.withQuality(quality));
    }

    private static TransferFunction transfer(String preset, ViewResolver.Look look) {
        return TransferPresets.of(preset)
                .map(TransferPresets.Preset::function)
                .orElseGet(
                        () -> TransferPresets.byWindow(look.voi(), look.data().palette()));
    }
}
