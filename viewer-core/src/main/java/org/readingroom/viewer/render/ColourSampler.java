package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.volume.ColourSlice;
import org.readingroom.viewer.volume.Volume;

/// Samples a colour volume: bilinear per channel within the closest slice. Windows and palettes do
/// not touch it.
// [impl->req~view.colour~1]
final class ColourSampler {
    private final ResolvedView view;
    private final Volume volume;

    ColourSampler(ResolvedView view) {
        this.view = view;
        this.volume = view.volume();
    }

    /// Writes picture row `j`; elements outside the slice are left alone.
    void row(int j, int[] argb) {
        float ux = (float) view.du().x();
        float uy = (float) view.du().y();
        float uz = (float) view.du().z();
        float bx = (float) view.origin().x() + j * (float) view.dv().x();
        float by = (float) view.origin().y() + j * (float) view.dv().y();
        float bz = (float) view.origin().z() + j * (float) view.dv().z();
        int columns = volume.columns();
        int rows = volume.rows();
        for (int i = 0; i < argb.length; i++) {
            float x = bx + i * ux;
            float y = by + i * uy;
            int layer = (int) Math.floor(bz + i * uz + 0.5f + LineSampler.TIE);
            if (layer < 0 || layer >= volume.depth() || isOutside(x, columns) || isOutside(y, rows)) {
                continue;
            }
            int[] pixels = ((ColourSlice) volume.slices().get(layer)).argb();
            int colour;
            if (view.interpolation() == Interpolation.NEAREST) {
                int column = Math.clamp((int) Math.floor(x + 0.5f + LineSampler.TIE), 0, columns - 1);
                int row = Math.clamp((int) Math.floor(y + 0.5f + LineSampler.TIE), 0, rows - 1);
                colour = pixels[row * columns + column];
            } else {
                colour = blend(pixels, columns, rows, x, y);
            }
            argb[i] = view.inverse() ? colour ^ 0x00FFFFFF : colour;
        }
    }

    private static boolean isOutside(float at, int count) {
        return !(at >= -0.5f && at < count - 0.5f);
    }

    private static int blend(int[] pixels, int columns, int rows, float x, float y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        float fx = x - column;
        float fy = y - row;
        int left = Math.max(0, column);
        int right = Math.min(columns - 1, column + 1);
        int upper = Math.max(0, row) * columns;
        int lower = Math.min(rows - 1, row + 1) * columns;
        int result = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            float a = channel(pixels[upper + left], shift);
            float b = channel(pixels[lower + left], shift);
            float p = a + fx * (channel(pixels[upper + right], shift) - a);
            float q = b + fx * (channel(pixels[lower + right], shift) - b);
            result = result << 8 | (int) (p + fy * (q - p) + 0.5f);
        }
        return result;
    }

    private static float channel(int argb, int shift) {
        return argb >>> shift & 0xFF;
    }
}
