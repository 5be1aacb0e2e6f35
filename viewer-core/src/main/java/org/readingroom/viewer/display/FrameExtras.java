package org.readingroom.viewer.display;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the file says about showing one frame beyond its values and windows.
///
/// `embedded` overlays get their bits when the pixels are decoded. `supplementalPalette` gives the stored values from
/// its first one on a colour of their own, in a frame that is grey otherwise. `colourProfile` is present for colour
/// frames
/// only. `floatPadding` is the padding of floating point pixels, which [PixelPadding] cannot hold.
///
/// **Source:** DICOM PS3.3 sections C.9.2, C.7.6.11, C.7.6.10, C.7.6.16.2.11, C.7.6.19, C.11.15.
public record FrameExtras(
        List<OverlayPlane> overlays,
        List<EmbeddedOverlay> embedded,
        @Nullable DisplayShutter shutter,
        @Nullable MaskSubtraction mask,
        List<RealWorldValueMap> realWorldValues,
        @Nullable PaletteColor supplementalPalette,
        @Nullable ColourProfile colourProfile,
        @Nullable FloatPadding floatPadding) {
    public static final FrameExtras NONE =
            new FrameExtras(List.of(), List.of(), null, null, List.of(), null, null, null);

    public FrameExtras {
        overlays = List.copyOf(overlays);
        embedded = List.copyOf(embedded);
        realWorldValues = List.copyOf(realWorldValues);
    }

    /// Floating point values that mean "no image here"; both ends belong to it.
    public record FloatPadding(double low, double high) {
        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }
}
