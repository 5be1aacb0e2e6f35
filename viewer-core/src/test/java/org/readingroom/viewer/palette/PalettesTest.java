package org.readingroom.viewer.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.viewport.WindowPresets;

/// Entries of the standard's tables, and a name in both languages for each.
// [utest->req~view.palettes~1]
class PalettesTest {
    /// DICOM PS3.6 annex B: entries 0, 64, 128, 255 of each table.
    @Test
    void publishedTablesHoldTheStandardsValues() {
        holds("hot-iron", 0x000000, 0x800000, 0xFF0000, 0xFFFFFF);
        holds("pet", 0x000000, 0x017E7F, 0x8000FF, 0xFFFFFF);
        holds("hot-metal-blue", 0x000000, 0x00007D, 0x741161, 0xFFFFFF);
        holds("pet-20-step", 0x000000, 0x6060B0, 0x50C050, 0xFFFFFF);
    }

    @Test
    void greyIsTheIdentityAndItsInverseTheMirror() {
        for (int i = 0; i < Palette.STEPS; i++) {
            assertEquals(0xFF000000 | i * 0x010101, Palettes.GREY.argb(i));
            assertEquals(Palettes.GREY.argb(255 - i), Palettes.GREY_INVERTED.argb(i));
        }
    }

    @Test
    void everyPaletteAndPresetHasANameInBothLanguages() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            Messages words = Messages.of(locale);
            for (Palette palette : Palettes.all()) {
                assertFalse(words.get(palette.messageKey()).equals(palette.messageKey()), palette.id());
            }
            for (WindowPresets.Preset preset : WindowPresets.of("CT")) {
                assertFalse(words.get(preset.messageKey()).equals(preset.messageKey()), preset.id());
            }
        }
        assertTrue(WindowPresets.of("MR").isEmpty());
    }

    private static void holds(String id, int... rgb) {
        Palette palette = Palettes.of(id).orElseThrow();
        int[] at = {0, 64, 128, 255};
        for (int i = 0; i < at.length; i++) {
            assertEquals(
                    Integer.toHexString(0xFF000000 | rgb[i]),
                    Integer.toHexString(palette.argb(at[i])),
                    id + " " + at[i]);
        }
    }

    /// Renderers keep tables by palette: one of another file must not be drawn for it.
    @Test
    void tablesOfTwoFilesUnderOneNameAreTwoPalettes() {
        int[] red = new int[Palette.STEPS];
        int[] blue = new int[Palette.STEPS];
        java.util.Arrays.fill(red, 0xFFFF0000);
        java.util.Arrays.fill(blue, 0xFF0000FF);
        org.junit.jupiter.api.Assertions.assertNotEquals(Palette.ofFile("state-", red), Palette.ofFile("state-", blue));
        org.junit.jupiter.api.Assertions.assertEquals(
                Palette.ofFile("state-", red), Palette.ofFile("state-", red.clone()));
    }
}
