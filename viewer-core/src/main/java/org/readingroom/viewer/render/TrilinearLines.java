package org.readingroom.viewer.render;

/// Trilinear sampling along any line: reformats.
///
/// Values are scaled slice by slice before slices are blended, so that slices of different scale
/// (PET) blend right; where all share one scale that step is left out.
final class TrilinearLines extends LineSampler {
    private final Span inner = new Span();

    TrilinearLines(Grid grid) {
        super(grid);
    }

    @Override
    void sample(int from, int to, int first, float[] values) {
        clipToGrid(from, to, 0);
        inner.within(written);
        inner.clip(bx, ux, 0, grid.columns - 1);
        inner.clip(by, uy, 0, grid.rows - 1);
        inner.clip(bz, uz, 0, grid.depth - 1);
        inner.orAtEndOf(written);
        edges(values, first, written.from, inner.from);
        if (grid.hasOneScale) {
            oneScale(values, first);
        } else {
            ownScales(values, first);
        }
        edges(values, first, inner.to, written.to);
    }

    private void oneScale(float[] values, int first) {
        short[][] samples = grid.samples;
        int stride = grid.columns;
        float x0 = bx;
        float y0 = by;
        float z0 = bz;
        float stepX = ux;
        float stepY = uy;
        float stepZ = uz;
        int to = inner.to;
        for (int i = inner.from; i < to; i++) {
            float x = x0 + i * stepX;
            float y = y0 + i * stepY;
            float z = z0 + i * stepZ;
            int column = (int) x;
            int row = (int) y;
            int layer = (int) z;
            float fx = x - column;
            float fy = y - row;
            int at = row * stride + column;
            short[] front = samples[layer];
            short[] back = samples[layer + 1];
            float a = front[at] + fx * (front[at + 1] - front[at]);
            float b = front[at + stride] + fx * (front[at + stride + 1] - front[at + stride]);
            float c = back[at] + fx * (back[at + 1] - back[at]);
            float d = back[at + stride] + fx * (back[at + stride + 1] - back[at + stride]);
            float p = a + fy * (b - a);
            float q = c + fy * (d - c);
            values[i - first] = p + (z - layer) * (q - p);
        }
    }

    private void ownScales(float[] values, int first) {
        short[][] samples = grid.samples;
        float[] slopes = grid.slopes;
        float[] intercepts = grid.intercepts;
        int stride = grid.columns;
        for (int i = inner.from; i < inner.to; i++) {
            float x = bx + i * ux;
            float y = by + i * uy;
            float z = bz + i * uz;
            int column = (int) x;
            int row = (int) y;
            int layer = (int) z;
            float fx = x - column;
            float fy = y - row;
            int at = row * stride + column;
            short[] front = samples[layer];
            short[] back = samples[layer + 1];
            float a = front[at] + fx * (front[at + 1] - front[at]);
            float b = front[at + stride] + fx * (front[at + stride + 1] - front[at + stride]);
            float c = back[at] + fx * (back[at + 1] - back[at]);
            float d = back[at + stride] + fx * (back[at + stride + 1] - back[at + stride]);
            float p = slopes[layer] * (a + fy * (b - a)) + intercepts[layer];
            float q = slopes[layer + 1] * (c + fy * (d - c)) + intercepts[layer + 1];
            values[i - first] = p + (z - layer) * (q - p);
        }
    }

    private void edges(float[] values, int first, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = bx + i * ux;
            float y = by + i * uy;
            float z = bz + i * uz;
            int layer = (int) Math.floor(z);
            int front = Math.max(0, layer);
            int back = Math.min(grid.depth - 1, layer + 1);
            float p = grid.slopes[front] * Taps.bilinear(grid.samples[front], grid.columns, grid.rows, x, y)
                    + grid.intercepts[front];
            float q = grid.slopes[back] * Taps.bilinear(grid.samples[back], grid.columns, grid.rows, x, y)
                    + grid.intercepts[back];
            values[i - first] = p + (z - layer) * (q - p);
        }
    }
}
