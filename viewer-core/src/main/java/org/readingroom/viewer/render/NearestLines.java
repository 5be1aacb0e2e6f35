package org.readingroom.viewer.render;

/// The closest voxel's value; nothing where it is padding.
final class NearestLines extends LineSampler {
    NearestLines(Grid grid) {
        super(grid);
    }

    @Override
    void sample(int from, int to, int first, float[] values) {
        clipToGrid(from, to, TIE);
        for (int i = written.from; i < written.to; i++) {
            int column = Math.clamp((int) Math.floor(bx + i * ux + 0.5f + TIE), 0, grid.columns - 1);
            int row = Math.clamp((int) Math.floor(by + i * uy + 0.5f + TIE), 0, grid.rows - 1);
            int layer = Math.clamp((int) Math.floor(bz + i * uz + 0.5f + TIE), 0, grid.depth - 1);
            boolean isPadding = grid.slices[layer].padding() != null && grid.slices[layer].isPadding(column, row);
            values[i - first] = isPadding
                    ? Float.NaN
                    : grid.slopes[layer] * grid.samples[layer][row * grid.columns + column] + grid.intercepts[layer];
        }
    }
}
