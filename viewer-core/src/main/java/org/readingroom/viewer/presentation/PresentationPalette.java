package org.readingroom.viewer.presentation;

import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.palette.Palette;

/// The colours of a pseudo-colour state as a palette of 256 steps.
///
/// **Source:** DICOM PS3.3 sections A.33.3 and C.7.9.
final class PresentationPalette {
    private PresentationPalette() {}

    static Optional<Palette> of(DataSet data) {
        Optional<LookupTable> red = LookupTable.of(
                data, Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA);
        Optional<LookupTable> green = LookupTable.of(
                data, Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA);
        Optional<LookupTable> blue = LookupTable.of(
                data, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA);
        if (red.isEmpty() || green.isEmpty() || blue.isEmpty()) {
            return Optional.empty();
        }
        int[] argb = new int[Palette.STEPS];
        for (int i = 0; i < Palette.STEPS; i++) {
            double at = i / (Palette.STEPS - 1.0);
            argb[i] =
                    0xFF000000 | channel(red.get(), at) << 16 | channel(green.get(), at) << 8 | channel(blue.get(), at);
        }
        String id = "state-" + data.string(Tag.SOP_INSTANCE_UID).orElse("");
        return Optional.of(Palette.ofFile(id, argb));
    }

    private static int channel(LookupTable table, double at) {
        return (int) Math.round(table.at(at) * 255);
    }
}
