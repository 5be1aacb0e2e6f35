package org.readingroom.viewer.display;

/// An overlay that lies in a bit of the pixels which the stored values do not use; its bits come with the pixels.
///
/// **Range:** `bitPosition` counts from the lowest bit of the pixel cell.
/// **Source:** DICOM PS3.3-2004 section C.9.2 (retired since), Overlay Bit Position (60xx,0102).
public record EmbeddedOverlay(
        int group, OverlayPlane.Kind kind, int bitPosition, String subtype, String label, String description) {

    /// The overlay of a frame whose pixels are little endian, `bitsAllocated` (8 or 16) each.
    ///
    /// **Errors:** [IllegalArgumentException] for other pixels.
    public OverlayPlane of(byte[] pixels, int bitsAllocated, int rows, int columns) {
        if (bitsAllocated != 8 && bitsAllocated != 16 || bitPosition < 0 || bitPosition >= bitsAllocated) {
            throw new IllegalArgumentException("bit " + bitPosition + " of " + bitsAllocated);
        }
        int step = bitsAllocated / 8;
        int inByte = bitPosition & 7;
        int count = Math.min(Math.multiplyExact(rows, columns), pixels.length / step);
        byte[] bits = new byte[(count + 7) / 8];
        for (int i = 0, at = bitPosition >> 3; i < count; i++, at += step) {
            bits[i >> 3] |= (byte) ((pixels[at] >> inByte & 1) << (i & 7));
        }
        return new OverlayPlane(group, kind, rows, columns, 0, 0, bits, 0, subtype, label, description);
    }
}
