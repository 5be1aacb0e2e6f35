package org.readingroom.viewer.render;

/// Blends the samples around a position, with those beyond the edge taken from the edge.
final class Taps {
    private Taps() {}

    static float bilinear(short[] slice, int columns, int rows, float x, float y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        float alongX = x - column;
        float alongY = y - row;
        int left = Math.max(0, column);
        int right = Math.min(columns - 1, column + 1);
        int upper = Math.max(0, row) * columns;
        int lower = Math.min(rows - 1, row + 1) * columns;
        float a = slice[upper + left] + alongX * (slice[upper + right] - slice[upper + left]);
        float b = slice[lower + left] + alongX * (slice[lower + right] - slice[lower + left]);
        return a + alongY * (b - a);
    }
}
