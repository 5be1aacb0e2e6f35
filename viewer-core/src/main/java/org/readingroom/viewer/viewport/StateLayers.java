package org.readingroom.viewer.viewport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.model.FrameRef;

/// What a presentation state wants over its frames and taken off them; on a frame it speaks of it takes the place of
/// all
/// that the file says.
///
/// **Source:** DICOM PS3.4 section N.2: what a state does not hold is not applied, whatever the image says.
public record StateLayers(Map<FrameRef, OfFrame> frames) {
    public StateLayers {
        frames = Map.copyOf(frames);
    }

    Optional<OfFrame> of(ImageFrame frame) {
        return Optional.ofNullable(frames.get(frame.ref()));
    }

    /// The state on one frame. `overlays` are the state's own bitmaps, the top one first; `colours` gives for every
    /// group
    /// that is switched on, in the file or the state, its opaque 0xAARRGGBB.
    public record OfFrame(
            @Nullable DisplayShutter shutter,
            List<OverlayPlane> overlays,
            Map<Integer, Integer> colours,
            @Nullable MaskSubtraction mask) {
        /// Nothing over the picture.
        public static final OfFrame NONE = new OfFrame(null, List.of(), Map.of(), null);

        public OfFrame {
            overlays = List.copyOf(overlays);
            colours = Map.copyOf(colours);
        }

        /// Whether an overlay that came with the image is drawn.
        boolean shows(OverlayPlane ofImage) {
            return colours.containsKey(ofImage.group())
                    && overlays.stream().noneMatch(own -> own.group() == ofImage.group());
        }
    }
}
