package org.readingroom.viewer.viewport;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.palette.Palette;

/// How the values of one display set become colours: window, inversion, palette; and what of the file's own layers is
/// shown.
///
/// `voi` is absent while the reader has chosen none: each frame then shows its own number `fileVoi`, see
/// [DefaultVoi]. `inverted`
/// comes on top of what the file asks for (MONOCHROME1).
///
/// **Range:** `fileVoi` counts the file's windows and tables from zero; [#WHOLE_RANGE] shows all values.
public record DataPresentation(
        @Nullable Voi voi,
        boolean inverted,
        Palette palette,
        Interpolation interpolation,
        int fileVoi,
        ShownLayers layers) {
    /// Stands for the whole range of each frame's values.
    public static final int WHOLE_RANGE = -1;

    /// All that the file asks for, with the first of its windows unless `voi` is given.
    public DataPresentation(@Nullable Voi voi, boolean inverted, Palette palette, Interpolation interpolation) {
        this(voi, inverted, palette, interpolation, 0, ShownLayers.AS_FILE);
    }

    public DataPresentation withVoi(@Nullable Voi newVoi) {
        return new DataPresentation(newVoi, inverted, palette, interpolation, fileVoi, layers);
    }

    /// Shows window or table `newFileVoi` of each frame.
    public DataPresentation withFileVoi(int newFileVoi) {
        return new DataPresentation(null, inverted, palette, interpolation, newFileVoi, layers);
    }

    public DataPresentation withInverted(boolean newInverted) {
        return new DataPresentation(voi, newInverted, palette, interpolation, fileVoi, layers);
    }

    public DataPresentation withPalette(Palette newPalette) {
        return new DataPresentation(voi, inverted, newPalette, interpolation, fileVoi, layers);
    }

    public DataPresentation withInterpolation(Interpolation newInterpolation) {
        return new DataPresentation(voi, inverted, palette, newInterpolation, fileVoi, layers);
    }

    /// A window chosen for the one kind of picture makes no sense on the other: changing the subtraction forgets it.
    public DataPresentation withLayers(ShownLayers newLayers) {
        Voi kept = newLayers.subtraction() == layers.subtraction() ? voi : null;
        return new DataPresentation(kept, inverted, palette, interpolation, fileVoi, newLayers);
    }

    /// Whether `frame` is to be shown with its mask taken off.
    public boolean subtracts(ImageFrame frame) {
        var mask = frame.extras().mask();
        return mask != null
                && switch (layers.subtraction()) {
                    case AS_RECOMMENDED -> mask.isRecommended();
                    case NATIVE -> false;
                    case SUBTRACTED -> true;
                };
    }
}
