package org.readingroom.desktop.desk;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// All that a flat picture is made of but its size, zoom and turn. `frame` and `slice` are absent for a cut.
record FlatRecipe(
        Volume volume,
        ViewPlane plane,
        Slab slab,
        ViewResolver.Look look,
        ViewExtras extras,
        @Nullable ImageFrame frame,
        @Nullable Slice slice,
        Sight sight) {

    Picture.Ready ready(ViewPresentation presentation, ViewResolver.PictureSize size) {
        return new Picture.Ready(
                ViewResolver.resolve(volume, plane, slab, presentation, look, size, extras),
                plane,
                frame,
                slice,
                sight);
    }

    /// The same where the zoom that is written beside the picture is another.
    FlatRecipe withZoom(double zoom) {
        return new FlatRecipe(volume, plane, slab, look, extras, frame, slice, sight.withZoom(zoom));
    }
}
