package org.readingroom.viewer.display;

/// One overlay of one frame: a bitmap that the file wants drawn over the picture.
///
/// `group` is its repeating group, 0x6000 to 0x601E, by which files and presentation states name it. `subtype`, `label`
/// and `description` are the file's words, or empty.
///
/// **Space:** `firstColumn` and `firstRow` say on which pixel of the image the first overlay pixel lies; they may be
/// negative, and the overlay may reach beyond the image.
/// **Shape:** `rows × columns` bits from bit `firstBit` of `bits` on, row-major, the lowest bit of a byte first; bits
/// that are not there are not set.
/// **Owner:** `bits` is shared and never written after construction.
/// **Source:** DICOM PS3.3 sections C.9.2 and C.9.3, PS3.5 section 8.1.2.
@SuppressWarnings("ArrayRecordComponent") // read per pixel; compared by nobody
public record OverlayPlane(
        int group,
        Kind kind,
        int rows,
        int columns,
        int firstRow,
        int firstColumn,
        byte[] bits,
        long firstBit,
        String subtype,
        String label,
        String description) {
    /// What the bits stand for.
    public enum Kind {
        /// Lines and letters.
        GRAPHICS,
        /// An area of interest.
        REGION
    }

    public OverlayPlane {
        if (rows < 1 || columns < 1 || firstBit < 0) {
            throw new IllegalArgumentException("overlay of " + rows + " x " + columns + " from bit " + firstBit);
        }
    }

    /// Whether the overlay covers a pixel of the image.
    public boolean isSet(int imageColumn, int imageRow) {
        long column = (long) imageColumn - firstColumn;
        long row = (long) imageRow - firstRow;
        return column >= 0 && column < columns && row >= 0 && row < rows && bit(row * columns + column);
    }

    private boolean bit(long index) {
        long at = firstBit + index;
        return at >> 3 < bits.length && (bits[(int) (at >> 3)] >> (at & 7) & 1) == 1;
    }

    /// True when nothing would be drawn.
    public boolean isBlank() {
        long end = Math.min((long) rows * columns, 8L * bits.length - firstBit);
        for (long i = 0; i < end; i++) {
            if ((firstBit + i & 7) == 0 && i + 8 <= end && bits[(int) (firstBit + i >> 3)] == 0) {
                i += 7;
            } else if (bit(i)) {
                return false;
            }
        }
        return true;
    }
}
