package org.readingroom.report.pdf;

/// An image as it is printed.
///
/// **Shape:** `argb` row by row, opaque. **Owner:** the array is shared and never written to.
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record KeyPicture(int[] argb, int columns) {
    public KeyPicture {
        if (columns < 1 || argb.length == 0 || argb.length % columns != 0) {
            throw new IllegalArgumentException(argb.length + " pixels in rows of " + columns);
        }
    }

    int rows() {
        return argb.length / columns;
    }
}
