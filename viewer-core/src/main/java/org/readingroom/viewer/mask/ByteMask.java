package org.readingroom.viewer.mask;

/// A mask of parts: how much of each pixel belongs, or how surely.
public final class ByteMask implements PixelMask {
    private final int columns;
    private final int rows;
    private final byte[] coverage;

    /// `coverage` is row-major, 0 to 255 unsigned, and no longer the caller's.
    public ByteMask(int columns, int rows, byte[] coverage) {
        if (columns < 1 || rows < 1 || coverage.length != (long) columns * rows) {
            throw new IllegalArgumentException("mask of " + columns + " x " + rows + ", " + coverage.length);
        }
        this.columns = columns;
        this.rows = rows;
        this.coverage = coverage;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int coverage(int column, int row) {
        boolean isInside = column >= 0 && row >= 0 && column < columns && row < rows;
        return isInside ? coverage[row * columns + column] & 0xFF : 0;
    }

    @Override
    public double covered() {
        long sum = 0;
        for (byte one : coverage) {
            sum += one & 0xFF;
        }
        return sum / (double) FULL;
    }
}
