package org.readingroom.viewer.volume;

/// One true-colour frame: opaque 0xAARRGGBB, already converted from whatever the file held.
///
/// **Owner:** `argb` is shared; nobody writes it.
public record ColourSlice(int columns, int rows, int[] argb) implements Slice {
    public ColourSlice {
        if (argb.length != Math.multiplyExact(columns, rows)) {
            throw new IllegalArgumentException(argb.length + " pixels for " + columns + " x " + rows);
        }
    }

    @Override
    public long sizeBytes() {
        return 4L * argb.length;
    }
}
