package org.readingroom.viewer.codec.jpeg2000;

/// A rectangle on one of the grids of a code stream; the upper bounds lie outside it.
record Area(int x0, int y0, int x1, int y1) {
    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    /// The samples of this area that a grid `dx` by `dy` times coarser keeps.
    Area dividedBy(int dx, int dy) {
        return new Area(ceil(x0, dx), ceil(y0, dy), ceil(x1, dx), ceil(y1, dy));
    }

    /// The part of a subband `level` decompositions down that comes from this area.
    ///
    /// **Source:** ITU-T T.800 formula B-15; `highX` and `highY` are 1 for high-pass directions.
    Area subband(int level, int highX, int highY) {
        long shiftX = level > 0 ? (long) highX << (level - 1) : 0;
        long shiftY = level > 0 ? (long) highY << (level - 1) : 0;
        return new Area(
                ceilShift(x0 - shiftX, level),
                ceilShift(y0 - shiftY, level),
                ceilShift(x1 - shiftX, level),
                ceilShift(y1 - shiftY, level));
    }

    static int ceil(int value, int divisor) {
        return (int) (((long) value + divisor - 1) / divisor);
    }

    static int ceilShift(long value, int bits) {
        return (int) ((value + (1L << bits) - 1) >> bits);
    }
}
