package org.readingroom.viewer.render;

/// Linear sampling of a volume some of whose voxels are padding.
///
/// Where the closest voxel is padding there is nothing; where only a neighbour is, the closest
/// voxel speaks alone,
/// so that padding never bleeds into a value.
final class PaddedLines extends LineSampler {
    PaddedLines(Grid grid) {
        super(grid);
    }

    @Override
    void sample(int from, int to, int first, float[] values) {
        clipToGrid(from, to, 0);
        for (int i = written.from; i < written.to; i++) {
            values[i - first] = at(bx + i * ux, by + i * uy, bz + i * uz);
        }
    }

    private float at(float x, float y, float z) {
        int column = Math.clamp((int) Math.floor(x + 0.5f + TIE), 0, grid.columns - 1);
        int row = Math.clamp((int) Math.floor(y + 0.5f + TIE), 0, grid.rows - 1);
        int layer = Math.clamp((int) Math.floor(z + 0.5f + TIE), 0, grid.depth - 1);
        if (grid.slices[layer].isPadding(column, row)) {
            return Float.NaN;
        }
        int below = (int) Math.floor(z);
        int front = Math.max(0, below);
        int back = Math.min(grid.depth - 1, below + 1);
        boolean oneLayer = z == below;
        if (touchesPadding(front, x, y) || (!oneLayer && touchesPadding(back, x, y))) {
            return grid.slopes[layer] * grid.samples[layer][row * grid.columns + column] + grid.intercepts[layer];
        }
        float p = grid.slopes[front] * Taps.bilinear(grid.samples[front], grid.columns, grid.rows, x, y)
                + grid.intercepts[front];
        if (oneLayer) {
            return p;
        }
        float q = grid.slopes[back] * Taps.bilinear(grid.samples[back], grid.columns, grid.rows, x, y)
                + grid.intercepts[back];
        return p + (z - below) * (q - p);
    }

    private boolean touchesPadding(int layer, float x, float y) {
        if (grid.slices[layer].padding() == null) {
            return false;
        }
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        int left = Math.max(0, column);
        int right = Math.min(grid.columns - 1, column + 1);
        int upper = Math.max(0, row);
        int lower = Math.min(grid.rows - 1, row + 1);
        return grid.slices[layer].isPadding(left, upper)
                || grid.slices[layer].isPadding(right, upper)
                || grid.slices[layer].isPadding(left, lower)
                || grid.slices[layer].isPadding(right, lower);
    }
}
