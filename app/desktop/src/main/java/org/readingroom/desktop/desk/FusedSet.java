package org.readingroom.desktop.desk;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;

/// A second display set over the one in a view: whose colours, how strong.
///
/// Its window is that of the set wherever it is shown.
///
/// `alignment` is absent where the headers say how the two lie.
///
/// **Range:** `opacity` 0 to 1.
public record FusedSet(
        OpenSet set,
        Palette palette,
        double opacity,
        @Nullable Alignment alignment) {
    /// A set that lies as its header says.
    public FusedSet(OpenSet set, Palette palette, double opacity) {
        this(set, palette, opacity, null);
    }

    /// Half and half, in a palette that tells it from the grey below.
    public static FusedSet over(OpenSet set) {
        return new FusedSet(set, Palettes.of("hot-iron").orElseThrow(), 0.5);
    }

    public FusedSet withOpacity(double wanted) {
        return new FusedSet(set, palette, Math.clamp(Math.rint(wanted * 20) / 20, 0, 1), alignment);
    }

    public FusedSet withPalette(Palette wanted) {
        return new FusedSet(set, wanted, opacity, alignment);
    }

    FusedSet aligned(@Nullable Alignment wanted) {
        return new FusedSet(set, palette, opacity, wanted);
    }
}
