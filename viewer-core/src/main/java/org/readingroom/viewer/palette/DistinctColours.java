package org.readingroom.viewer.palette;

/// Colours for things whose file names none, easily told apart on grey.
public final class DistinctColours {
    /// chosen: bright, of well separated hues, none of them the grey of a picture; after Okabe and Ito, lightened.
    private static final int[] RGB = {
        0xE69F00, 0x56B4E9, 0x00C08B, 0xF0E442, 0x3D8BFF, 0xFF6F3C, 0xE07BBF, 0x9BE564, 0xB39DFF, 0x4DD0C8
    };

    private DistinctColours() {}

    /// The colour of the thing counted `index` from zero; after ten they come again. 0xRRGGBB.
    public static int rgb(int index) {
        return RGB[Math.floorMod(index, RGB.length)];
    }
}
