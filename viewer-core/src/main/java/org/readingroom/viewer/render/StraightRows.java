package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedView;

/// Bilinear sampling of one slice when picture rows run along its rows: scroll, window, zoom and
/// pan of a stack.
///
/// Blends the two source rows first, then along the row: half the work of four taps per element.
final class StraightRows extends RowSampler {
    private final Span span = new Span();
    private final int[] left;
    private final int[] right;
    private final float[] part;
    private final float[] blended;
    private final int lowest;
    private final int highest;

    StraightRows(ResolvedView view) {
        super(view);
        int width = view.width();
        left = new int[width];
        right = new int[width];
        part = new float[width];
        blended = new float[columns];
        float start = (float) view.origin().x();
        span.reset(width);
        span.clip(start, ux, -0.5f, columns - 0.5f);
        int low = columns - 1;
        int high = 0;
        for (int x = span.from; x < span.to; x++) {
            float at = start + x * ux;
            int below = (int) Math.floor(at);
            part[x] = at - below;
            left[x] = Math.max(0, below);
            right[x] = Math.min(columns - 1, below + 1);
            low = Math.min(low, left[x]);
            high = Math.max(high, right[x]);
        }
        lowest = low;
        highest = high;
    }

    @Override
    void sample(float[] values) {
        int z = (int) bz;
        if (bz < 0 || z >= depth || !(by >= -0.5f && by < rows - 0.5f)) {
            return;
        }
        int below = (int) Math.floor(by);
        float weight = by - below;
        int upper = Math.max(0, below) * columns;
        int lower = Math.min(rows - 1, below + 1) * columns;
        short[] slice = samples[z];
        float slope = slopes[z];
        float intercept = intercepts[z];
        float[] mix = blended;
        for (int c = lowest; c <= highest; c++) {
            float a = slice[upper + c];
            float b = slice[lower + c];
            mix[c] = slope * (a + weight * (b - a)) + intercept;
        }
        for (int x = span.from; x < span.to; x++) {
            float a = mix[left[x]];
            values[x] = a + part[x] * (mix[right[x]] - a);
        }
    }
}
