package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedView;

/// Bilinear sampling of one slice when picture rows run along its rows: scroll, window, zoom and
/// pan of a stack.
///
/// Blends the two source rows first, then along the row: half the work of four taps per element.
final class StraightRows extends PictureSampler {
    private final Grid grid;
    private final float z;
    private final float firstRow;
    private final float perRow;
    private final Span span = new Span();
    private final int[] left;
    private final int[] right;
    private final float[] part;
    private final float[] blended;
    private final int lowest;
    private final int highest;

    StraightRows(ResolvedView view, Grid grid) {
        this.grid = grid;
        z = (float) view.origin().z();
        firstRow = (float) view.origin().y();
        perRow = (float) view.dv().y();
        int width = view.width();
        left = new int[width];
        right = new int[width];
        part = new float[width];
        blended = new float[grid.columns];
        float start = (float) view.origin().x();
        float ux = (float) view.du().x();
        span.reset(width);
        span.clip(start, ux, -0.5f, grid.columns - 0.5f);
        int low = grid.columns - 1;
        int high = 0;
        for (int x = span.from; x < span.to; x++) {
            float at = start + x * ux;
            int below = (int) Math.floor(at);
            part[x] = at - below;
            left[x] = Math.max(0, below);
            right[x] = Math.min(grid.columns - 1, below + 1);
            low = Math.min(low, left[x]);
            high = Math.max(high, right[x]);
        }
        lowest = low;
        highest = high;
    }

    @Override
    int tileWidth() {
        return left.length;
    }

    @Override
    void fill(int y, int from, int to, float[] values) {
        float by = firstRow + y * perRow;
        int layer = (int) z;
        if (z < 0 || layer >= grid.depth || !(by >= -0.5f && by < grid.rows - 0.5f)) {
            return;
        }
        int below = (int) Math.floor(by);
        float weight = by - below;
        int upper = Math.max(0, below) * grid.columns;
        int lower = Math.min(grid.rows - 1, below + 1) * grid.columns;
        short[] slice = grid.samples[layer];
        float slope = grid.slopes[layer];
        float intercept = grid.intercepts[layer];
        float[] mix = blended;
        for (int c = lowest; c <= highest; c++) {
            float a = slice[upper + c];
            float b = slice[lower + c];
            mix[c] = slope * (a + weight * (b - a)) + intercept;
        }
        int last = Math.min(to, span.to);
        for (int x = Math.max(from, span.from); x < last; x++) {
            float a = mix[left[x]];
            values[x - from] = a + part[x] * (mix[right[x]] - a);
        }
    }
}
