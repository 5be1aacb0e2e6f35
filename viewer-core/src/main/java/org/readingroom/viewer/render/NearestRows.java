package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedView;

/// The closest voxel's value; nothing where it is padding.
final class NearestRows extends RowSampler {
    private final Span span = new Span();

    NearestRows(ResolvedView view) {
        super(view);
    }

    @Override
    void sample(float[] values) {
        float low = -0.5f - TIE;
        span.reset(values.length);
        span.clip(bx, ux, low, columns - 0.5f - TIE);
        span.clip(by, uy, low, rows - 0.5f - TIE);
        span.clip(bz, uz, low, depth - 0.5f - TIE);
        for (int i = span.from; i < span.to; i++) {
            int column = Math.clamp((int) Math.floor(bx + i * ux + 0.5f + TIE), 0, columns - 1);
            int row = Math.clamp((int) Math.floor(by + i * uy + 0.5f + TIE), 0, rows - 1);
            int layer = Math.clamp((int) Math.floor(bz + i * uz + 0.5f + TIE), 0, depth - 1);
            if (slices[layer].padding() == null || !slices[layer].isPadding(column, row)) {
                values[i] = slopes[layer] * samples[layer][row * columns + column] + intercepts[layer];
            }
        }
    }
}
