package org.readingroom.viewer.viewport;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.palette.Palette;

/// How the values of one display set become colours: window, inversion, palette; and what of the file's own layers is
/// shown.
///
/// `voi` is absent while the reader has chosen none: each frame then shows its own number `fileVoi`, see
/// [DefaultVoi]. `inverted`
/// comes on top of what the file asks for (MONOCHROME1).
///
/// `state` is what a presentation state wants over its frames; null while none is applied.
///
/// **Range:** `fileVoi` counts the file's windows and tables from zero; [#WHOLE_RANGE] shows all values.
public record DataPresentation(
        @Nullable Voi voi,
        boolean inverted,
        Palette palette,
        Interpolation interpolation,
        int fileVoi,
        ShownLayers layers,
        @Nullable StateLayers state) {
    /// Stands for the whole range of each frame's values.
    public static final int WHOLE_RANGE = -1;

    /// All that the file asks for, with the first of its windows unless `voi` is given.
    public DataPresentation(@Nullable Voi voi, boolean inverted, Palette palette, Interpolation interpolation) {
        this(voi, inverted, palette, interpolation, 0, ShownLayers.AS_FILE, null);
    }

    public DataPresentation withVoi(@Nullable Voi newVoi) {
        return new DataPresentation(newVoi, inverted, palette, interpolation, fileVoi, layers, state);
    }

    /// Shows window or table `newFileVoi` of each frame.
    public DataPresentation withFileVoi(int newFileVoi) {
        return new DataPresentation(null, inverted, palette, interpolation, newFileVoi, layers, state);
    }

    public DataPresentation withInverted(boolean newInverted) {
        return new DataPresentation(voi, newInverted, palette, interpolation, fileVoi, layers, state);
    }

    public DataPresentation withPalette(Palette newPalette) {
        return new DataPresentation(voi, inverted, newPalette, interpolation, fileVoi, layers, state);
    }

    public DataPresentation withInterpolation(Interpolation newInterpolation) {
        return new DataPresentation(voi, inverted, palette, newInterpolation, fileVoi, layers, state);
    }

    /// A window chosen for the one kind of picture makes no sense on the other: changing the subtraction forgets it.
    public DataPresentation withLayers(ShownLayers newLayers) {
        Voi kept = newLayers.subtraction() == layers.subtraction() ? voi : null;
        return new DataPresentation(kept, inverted, palette, interpolation, fileVoi, newLayers, state);
    }

    /// Puts on what a presentation state wants, or takes it off.
    public DataPresentation withState(@Nullable StateLayers newState) {
        return new DataPresentation(voi, inverted, palette, interpolation, fileVoi, layers, newState);
    }

    /// Whether `frame` is to be shown with a mask taken off.
    public boolean subtracts(ImageFrame frame) {
        return subtraction(frame) != null;
    }

    /// How `frame` is made of frames of its run; null to show it as it was taken. The mask of a presentation state goes
    /// before the file's.
    public @Nullable MaskSubtraction subtraction(ImageFrame frame) {
        StateLayers.OfFrame ofState = state == null ? null : state.of(frame).orElse(null);
        MaskSubtraction own = frame.extras().mask();
        MaskSubtraction mask = ofState == null || ofState.mask() == null ? own : ofState.mask();
        return switch (layers.subtraction()) {
            case AS_RECOMMENDED -> ofState != null ? ofState.mask() : own != null && own.isRecommended() ? own : null;
            case NATIVE -> null;
            case SUBTRACTED -> mask;
        };
    }
}
