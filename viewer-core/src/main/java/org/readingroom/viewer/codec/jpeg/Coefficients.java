package org.readingroom.viewer.codec.jpeg;

/// The quantised coefficients of one component, padded to whole MCUs.
///
/// **Order:** block by block, row-major; in a block as they lie, not as they are coded.
record Coefficients(int across, int down, short[] values) {

    static Coefficients of(Frame frame, Component component) {
        int across = frame.mcusAcross() * component.horizontal();
        int down = frame.mcusDown() * component.vertical();
        return new Coefficients(across, down, new short[64 * across * down]);
    }

    /// Where the block at `x`, `y` starts among the values.
    int at(int x, int y) {
        return 64 * (y * across + x);
    }

    void dequantise(int x, int y, int[] table, int[] block) {
        int from = at(x, y);
        for (int i = 0; i < 64; i++) {
            block[i] = values[from + i] * table[i];
        }
    }
}
