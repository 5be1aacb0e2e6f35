package org.readingroom.viewer.display;

/// The colour tables of a PALETTE COLOR frame.
///
/// **Range:** entries are scaled to 0..255, whatever depth the file holds.
/// **Owner:** the arrays are shared and never written after construction.
/// **Source:** DICOM PS3.3 sections C.7.6.3.1.5 and C.7.9.
@SuppressWarnings("ArrayRecordComponent") // read per pixel; compared by nobody
public record PaletteColor(int firstMapped, byte[] red, byte[] green, byte[] blue) {
    public PaletteColor {
        if (red.length == 0 || green.length != red.length || blue.length != red.length) {
            throw new IllegalArgumentException(
                    "palette of " + red.length + ", " + green.length + ", " + blue.length + " entries");
        }
    }

    /// The opaque colour of a stored value as 0xFFRRGGBB; values outside take the first or last entry.
    public int argb(int storedValue) {
        int i = Math.clamp((long) storedValue - firstMapped, 0, red.length - 1);
        return 0xFF000000 | (red[i] & 0xFF) << 16 | (green[i] & 0xFF) << 8 | (blue[i] & 0xFF);
    }
}
