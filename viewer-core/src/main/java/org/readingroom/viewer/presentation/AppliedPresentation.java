package org.readingroom.viewer.presentation;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.viewport.StateLayers;

/// A presentation state as it bears on one frame.
///
/// `voi` and `isInverse` are for the frame's own modality values, and take the place of what the file says:
/// `isInverse` counts the photometric interpretation in. Without `voi` the state gives no window. `over` is what the
/// state wants over the frame and taken
/// off it. `isExact` is false
/// where greys are within a step of the state's only: its rescale differs from the file's and is finer.
public record AppliedPresentation(
        Optional<Voi> voi,
        boolean isInverse,
        boolean isExact,
        Optional<Palette> palette,
        SpatialTransform transform,
        Optional<DisplayedArea> area,
        List<GraphicLayer> layers,
        List<GraphicAnnotation> annotations,
        StateLayers.OfFrame over,
        List<String> warningKeys) {
    public AppliedPresentation {
        layers = List.copyOf(layers);
        annotations = List.copyOf(annotations);
        warningKeys = List.copyOf(warningKeys);
    }
}
