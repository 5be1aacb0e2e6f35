package org.readingroom.viewer.presentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.palette.Palette;

/// A presentation state as it bears on one frame.
///
/// `voi` and `isInverse` are for the frame's own modality values, and take the place of what the file says:
/// `isInverse` counts the photometric interpretation in. Without `voi` the state gives no window. `isExact` is false
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
        Map<Integer, String> overlayLayers,
        List<String> warningKeys) {
    public AppliedPresentation {
        layers = List.copyOf(layers);
        annotations = List.copyOf(annotations);
        overlayLayers = Map.copyOf(overlayLayers);
        warningKeys = List.copyOf(warningKeys);
    }
}
