package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedView;

/// Trilinear sampling along any line: reformats.
///
/// Values are scaled slice by slice before slices are blended, so that slices of different scale
/// (PET) blend right.
final class TrilinearRows extends RowSampler {
    private final Span whole = new Span();
    private final Span inner = new Span();

    TrilinearRows(ResolvedView view) {
        super(view);
    }

    @Override
    void sample(float[] values) {
        whole.reset(values.length);
        whole.clip(bx, ux, -0.5f, columns - 0.5f);
        whole.clip(by, uy, -0.5f, rows - 0.5f);
        whole.clip(bz, uz, -0.5f, depth - 0.5f);
        inner.from = whole.from;
        inner.to = whole.to;
        inner.clip(bx, ux, 0, columns - 1);
        inner.clip(by, uy, 0, rows - 1);
        inner.clip(bz, uz, 0, depth - 1);
        if (inner.from >= inner.to) {
            inner.from = whole.to;
            inner.to = whole.to;
        }
        edges(values, whole.from, inner.from);
        middle(values);
        edges(values, inner.to, whole.to);
    }

    private void middle(float[] values) {
        float x0 = bx;
        float y0 = by;
        float z0 = bz;
        int stride = columns;
        for (int i = inner.from; i < inner.to; i++) {
            float x = x0 + i * ux;
            float y = y0 + i * uy;
            float z = z0 + i * uz;
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
            values[i] = p + (z - layer) * (q - p);
        }
    }

    private void edges(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = bx + i * ux;
            float y = by + i * uy;
            float z = bz + i * uz;
            int layer = (int) Math.floor(z);
            int front = Math.max(0, layer);
            int back = Math.min(depth - 1, layer + 1);
            float p = slopes[front] * Taps.bilinear(samples[front], columns, rows, x, y) + intercepts[front];
            float q = slopes[back] * Taps.bilinear(samples[back], columns, rows, x, y) + intercepts[back];
            values[i] = p + (z - layer) * (q - p);
        }
    }
}
