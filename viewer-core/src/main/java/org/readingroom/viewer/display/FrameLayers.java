package org.readingroom.viewer.display;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What lies over the grey or colour picture of one frame.
///
/// `colours` are pixels shown in a colour of their own in an otherwise grey frame (Supplemental Palette Color), 0 where
/// the grey stays.
///
/// `overlayColours` are colours of overlays by their group; an overlay without one has the usual colour of its kind.
///
/// **Order:** of overlays that lie over each other the first is seen.
/// **Shape:** `colours` as the frame, row-major, opaque 0xAARRGGBB.
/// **Owner:** `colours` is shared and never written.
@SuppressWarnings("ArrayRecordComponent") // read per pixel; compared by nobody
public record FrameLayers(
        List<OverlayPlane> overlays,
        @Nullable DisplayShutter shutter,
        int @Nullable [] colours,
        Map<Integer, Integer> overlayColours) {
    /// Nothing over the picture.
    public static final FrameLayers NONE = new FrameLayers(List.of(), null, null);

    public FrameLayers {
        overlays = List.copyOf(overlays);
        overlayColours = Map.copyOf(overlayColours);
    }

    /// Overlays in their usual colours.
    public FrameLayers(List<OverlayPlane> overlays, @Nullable DisplayShutter shutter, int @Nullable [] colours) {
        this(overlays, shutter, colours, Map.of());
    }

    public boolean isEmpty() {
        return overlays.isEmpty() && shutter == null && colours == null;
    }
}
