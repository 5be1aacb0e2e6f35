package org.readingroom.viewer.palette;

import java.util.List;
import java.util.Optional;

/// The palettes we ship.
///
/// **Source:** `hot-iron`, `pet`, `hot-metal-blue` and `pet-20-step` are the well-known colour
/// palettes of DICOM PS3.6
/// sections B.1.1 to B.1.4, value for value; `rainbow` goes through the hues from blue to red.
// [impl->req~view.palettes~1]
public final class Palettes {
    public static final Palette GREY = PaletteTables.grey();
    public static final Palette GREY_INVERTED = PaletteTables.greyInverted();

    private static final List<Palette> ALL = List.of(
            GREY,
            GREY_INVERTED,
            PaletteTables.published("hot-iron"),
            PaletteTables.published("pet"),
            PaletteTables.published("hot-metal-blue"),
            PaletteTables.published("pet-20-step"),
            PaletteTables.rainbow());

    private Palettes() {}

    /// Every palette, in the order of the menu.
    public static List<Palette> all() {
        return ALL;
    }

    public static Optional<Palette> of(String id) {
        return ALL.stream().filter(palette -> palette.id().equals(id)).findFirst();
    }
}
