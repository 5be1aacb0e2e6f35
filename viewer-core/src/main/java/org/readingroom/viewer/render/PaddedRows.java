package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedView;

/// Linear sampling of a volume some of whose voxels are padding.
///
/// Where the closest voxel is padding there is nothing; where only a neighbour is, the closest
/// voxel speaks alone,
/// so that padding never bleeds into a value.
final class PaddedRows extends RowSampler {
    private final Span span = new Span();

    PaddedRows(ResolvedView view) {
        super(view);
    }

    @Override
    void sample(float[] values) {
        span.reset(values.length);
        span.clip(bx, ux, -0.5f, columns - 0.5f);
        span.clip(by, uy, -0.5f, rows - 0.5f);
        span.clip(bz, uz, -0.5f, depth - 0.5f);
        for (int i = span.from; i < span.to; i++) {
            values[i] = at(bx + i * ux, by + i * uy, bz + i * uz);
        }
    }

    private float at(float x, float y, float z) {
        int column = Math.clamp((int) Math.floor(x + 0.5f + TIE), 0, columns - 1);
        int row = Math.clamp((int) Math.floor(y + 0.5f + TIE), 0, rows - 1);
        int layer = Math.clamp((int) Math.floor(z + 0.5f + TIE), 0, depth - 1);
        if (slices[layer].isPadding(column, row)) {
            return Float.NaN;
        }
        int below = (int) Math.floor(z);
        int front = Math.max(0, below);
        int back = Math.min(depth - 1, below + 1);
        boolean oneLayer = z == below;
        if (touchesPadding(front, x, y) || (!oneLayer && touchesPadding(back, x, y))) {
            return slopes[layer] * samples[layer][row * columns + column] + intercepts[layer];
        }
        float p = slopes[front] * Taps.bilinear(samples[front], columns, rows, x, y) + intercepts[front];
        if (oneLayer) {
            return p;
        }
        float q = slopes[back] * Taps.bilinear(samples[back], columns, rows, x, y) + intercepts[back];
        return p + (z - below) * (q - p);
    }

    private boolean touchesPadding(int layer, float x, float y) {
        if (slices[layer].padding() == null) {
            return false;
        }
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        int left = Math.max(0, column);
        int right = Math.min(columns - 1, column + 1);
        int upper = Math.max(0, row);
        int lower = Math.min(rows - 1, row + 1);
        return slices[layer].isPadding(left, upper)
                || slices[layer].isPadding(right, upper)
                || slices[layer].isPadding(left, lower)
                || slices[layer].isPadding(right, lower);
    }
}
