package org.readingroom.viewer.viewport;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.palette.Palette;

/// How the values of one display set become colours: window, inversion, palette.
///
/// `voi` is absent while the reader has chosen none: each frame then shows its own, see
/// [DefaultVoi]. `inverted`
/// comes on top of what the file asks for (MONOCHROME1).
public record DataPresentation(@Nullable Voi voi, boolean inverted, Palette palette, Interpolation interpolation) {
    public DataPresentation withVoi(@Nullable Voi newVoi) {
        return new DataPresentation(newVoi, inverted, palette, interpolation);
    }

    public DataPresentation withInverted(boolean newInverted) {
        return new DataPresentation(voi, newInverted, palette, interpolation);
    }

    public DataPresentation withPalette(Palette newPalette) {
        return new DataPresentation(voi, inverted, newPalette, interpolation);
    }

    public DataPresentation withInterpolation(Interpolation newInterpolation) {
        return new DataPresentation(voi, inverted, palette, newInterpolation);
    }
}
