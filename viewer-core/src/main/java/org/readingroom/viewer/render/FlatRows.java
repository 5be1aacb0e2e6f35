package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedView;

/// Bilinear sampling of one slice at any turn.
final class FlatRows extends RowSampler {
    private final Span whole = new Span();
    private final Span inner = new Span();

    FlatRows(ResolvedView view) {
        super(view);
    }

    @Override
    void sample(float[] values) {
        int z = (int) bz;
        if (bz < 0 || z >= depth) {
            return;
        }
        whole.reset(values.length);
        whole.clip(bx, ux, -0.5f, columns - 0.5f);
        whole.clip(by, uy, -0.5f, rows - 0.5f);
        inner.from = whole.from;
        inner.to = whole.to;
        inner.clip(bx, ux, 0, columns - 1);
        inner.clip(by, uy, 0, rows - 1);
        if (inner.from >= inner.to) {
            inner.from = whole.to;
            inner.to = whole.to;
        }
        edges(values, z, whole.from, inner.from);
        middle(values, z);
        edges(values, z, inner.to, whole.to);
    }

    private void middle(float[] values, int z) {
        short[] slice = samples[z];
        float slope = slopes[z];
        float intercept = intercepts[z];
        for (int i = inner.from; i < inner.to; i++) {
            float x = bx + i * ux;
            float y = by + i * uy;
            int column = (int) x;
            int row = (int) y;
            int at = row * columns + column;
            float a = slice[at];
            float b = slice[at + columns];
            float upper = a + (x - column) * (slice[at + 1] - a);
            float lower = b + (x - column) * (slice[at + columns + 1] - b);
            values[i] = slope * (upper + (y - row) * (lower - upper)) + intercept;
        }
    }

    private void edges(float[] values, int z, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = bx + i * ux;
            float y = by + i * uy;
            values[i] = slopes[z] * Taps.bilinear(samples[z], columns, rows, x, y) + intercepts[z];
        }
    }
}
