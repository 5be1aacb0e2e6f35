package org.readingroom.viewer.presentation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.viewport.StateLayers;

/// Settles which shutter, bitmaps and mask a presentation state puts on one frame.
///
/// **Source:** DICOM PS3.3 sections C.7.6.11, C.7.6.15 (shutters), C.11.7 (which overlays, in which layer), C.11.13
/// (mask); PS3.4 section N.2.
// [impl->req~presentation.bitmaps~1]
final class StateBitmaps {
    private static final int WHITE = 0xFFFFFFFF;

    private StateBitmaps() {}

    static StateLayers.OfFrame on(PresentationState state, ImageFrame frame) {
        Map<Integer, Integer> colours = new HashMap<>();
        state.overlayLayers()
                .forEach((group, layer) -> colours.put(
                        group,
                        layer(state, layer).map(l -> 0xFF000000 | l.rgb()).orElse(WHITE)));
        List<OverlayPlane> own = state.overlays().stream()
                .filter(overlay -> colours.containsKey(overlay.group()))
                .sorted(Comparator.comparingInt((OverlayPlane overlay) -> order(state, overlay))
                        .reversed())
                .toList();
        return new StateLayers.OfFrame(
                state.shutter().orElse(null), own, colours, mask(state, frame).orElse(null));
    }

    /// A frame that the run lacks is missed when the mask is taken off, not here: how many there are is not known yet.
    private static Optional<MaskSubtraction> mask(PresentationState state, ImageFrame frame) {
        MaskSubtraction file = frame.extras().mask();
        boolean isLinear = file != null && file.isLinearIntensity();
        return state.mask().flatMap(mask -> mask.on(frame.ref().frame(), Integer.MAX_VALUE, isLinear, true));
    }

    private static int order(PresentationState state, OverlayPlane overlay) {
        String name = state.overlayLayers().getOrDefault(overlay.group(), "");
        return layer(state, name).map(GraphicLayer::order).orElse(0);
    }

    private static Optional<GraphicLayer> layer(PresentationState state, String name) {
        return state.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst();
    }
}
