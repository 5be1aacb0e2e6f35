package org.readingroom.viewer.render;

/// Bilinear sampling of one slice along any line in it: stacks at any turn, and the planes of a slab that runs
/// along the
/// slices' axis.
final class FlatLines extends LineSampler {
    private final Span inner = new Span();

    FlatLines(Grid grid) {
        super(grid);
    }

    @Override
    void sample(int from, int to, int first, float[] values) {
        int z = (int) bz;
        if (bz < 0 || z >= grid.depth) {
            written.from = from;
            written.to = from;
            return;
        }
        written.from = from;
        written.to = to;
        written.clip(bx, ux, -0.5f, grid.columns - 0.5f);
        written.clip(by, uy, -0.5f, grid.rows - 0.5f);
        inner.within(written);
        inner.clip(bx, ux, 0, grid.columns - 1);
        inner.clip(by, uy, 0, grid.rows - 1);
        inner.orAtEndOf(written);
        edges(values, z, first, written.from, inner.from);
        middle(values, z, first);
        edges(values, z, first, inner.to, written.to);
    }

    private void middle(float[] values, int z, int first) {
        short[] slice = grid.samples[z];
        float slope = grid.slopes[z];
        float intercept = grid.intercepts[z];
        int columns = grid.columns;
        float x0 = bx;
        float y0 = by;
        float stepX = ux;
        float stepY = uy;
        int to = inner.to;
        for (int i = inner.from; i < to; i++) {
            float x = x0 + i * stepX;
            float y = y0 + i * stepY;
            int column = (int) x;
            int row = (int) y;
            int at = row * columns + column;
            float a = slice[at];
            float b = slice[at + columns];
            float upper = a + (x - column) * (slice[at + 1] - a);
            float lower = b + (x - column) * (slice[at + columns + 1] - b);
            values[i - first] = slope * (upper + (y - row) * (lower - upper)) + intercept;
        }
    }

    private void edges(float[] values, int z, int first, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i - first] =
                    grid.slopes[z] * Taps.bilinear(grid.samples[z], grid.columns, grid.rows, bx + i * ux, by + i * uy)
                            + grid.intercepts[z];
        }
    }
}
