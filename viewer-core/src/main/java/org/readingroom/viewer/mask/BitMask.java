package org.readingroom.viewer.mask;

import java.util.BitSet;

/// A mask of yes and no, one bit a pixel.
public final class BitMask implements PixelMask {
    private final int columns;
    private final int rows;
    private final BitSet bits;

    /// `bits` are row-major and no longer the caller's.
    public BitMask(int columns, int rows, BitSet bits) {
        if (columns < 1 || rows < 1 || bits.length() > (long) columns * rows) {
            throw new IllegalArgumentException("mask of " + columns + " x " + rows + ", " + bits.length() + " bits");
        }
        this.columns = columns;
        this.rows = rows;
        this.bits = bits;
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
        return isInside && bits.get(row * columns + column) ? FULL : 0;
    }

    @Override
    public double covered() {
        return bits.cardinality();
    }
}
