package org.readingroom.viewer.render;

/// Bilinear sampling across the slices, in a plane of constant column or constant row: what the planes of a
/// slab are that
/// runs along the rows or columns.
///
/// Expects `ux` (or `uy`) zero and `bx` (or `by`) whole and within the grid.
final class SheetLines extends LineSampler {
    private final boolean isColumn;
    private final Span inner = new Span();

    /// `isColumn` for a plane of constant column, else of constant row.
    SheetLines(Grid grid, boolean isColumn) {
        super(grid);
        this.isColumn = isColumn;
    }

    @Override
    void sample(int from, int to, int first, float[] values) {
        clipToGrid(from, to, 0);
        int across = isColumn ? grid.rows : grid.columns;
        float b = isColumn ? by : bx;
        float u = isColumn ? uy : ux;
        inner.within(written);
        inner.clip(b, u, 0, across - 1);
        inner.clip(bz, uz, 0, grid.depth - 1);
        inner.orAtEndOf(written);
        int start = isColumn ? (int) bx : ((int) by) * grid.columns;
        int stride = isColumn ? grid.columns : 1;
        edges(values, first, written.from, inner.from, b, u, start, stride, across);
        middle(values, first, b, u, start, stride);
        edges(values, first, inner.to, written.to, b, u, start, stride, across);
    }

    private void middle(float[] values, int first, float base, float step, int start, int stride) {
        short[][] samples = grid.samples;
        float[] slopes = grid.slopes;
        float[] intercepts = grid.intercepts;
        float z0 = bz;
        float stepZ = uz;
        int to = inner.to;
        for (int i = inner.from; i < to; i++) {
            float s = base + i * step;
            float z = z0 + i * stepZ;
            int along = (int) s;
            int layer = (int) z;
            float f = s - along;
            int at = start + along * stride;
            short[] front = samples[layer];
            short[] back = samples[layer + 1];
            float p = front[at] + f * (front[at + stride] - front[at]);
            float q = back[at] + f * (back[at + stride] - back[at]);
            p = slopes[layer] * p + intercepts[layer];
            q = slopes[layer + 1] * q + intercepts[layer + 1];
            values[i - first] = p + (z - layer) * (q - p);
        }
    }

    private void edges(
            float[] values, int first, int from, int to, float base, float step, int start, int stride, int across) {
        for (int i = from; i < to; i++) {
            float s = base + i * step;
            float z = bz + i * uz;
            int along = (int) Math.floor(s);
            int layer = (int) Math.floor(z);
            int near = start + Math.max(0, along) * stride;
            int far = start + Math.min(across - 1, along + 1) * stride;
            int front = Math.max(0, layer);
            int back = Math.min(grid.depth - 1, layer + 1);
            float p = blend(front, near, far, s - along);
            float q = blend(back, near, far, s - along);
            values[i - first] = p + (z - layer) * (q - p);
        }
    }

    private float blend(int layer, int near, int far, float part) {
        float a = grid.samples[layer][near];
        return grid.slopes[layer] * (a + part * (grid.samples[layer][far] - a)) + grid.intercepts[layer];
    }
}
