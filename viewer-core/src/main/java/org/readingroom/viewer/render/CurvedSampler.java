package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedCurve;

/// Samples a curved reformat, row by row along lines of their own.
// [impl->req~view.curved~1]
public final class CurvedSampler {
    private CurvedSampler() {}

    /// The modality values; NaN where nothing is.
    ///
    /// **Shape:** `height × width`, row-major, top left first.
    public static float[] sample(ResolvedCurve curve) {
        GreyMapper.Scale scale = CpuRenderer.scaleOf(curve.volume());
        float[] values = values(curve);
        for (int i = 0; i < values.length; i++) {
            values[i] = scale.slope() * values[i] + scale.intercept();
        }
        return values;
    }

    static void draw(ResolvedCurve curve, IntBuffer argb) {
        GreyMapper mapper = GreyMapper.of(curve.voi(), curve.inverse(), CpuRenderer.scaleOf(curve.volume()));
        float[] values = values(curve);
        int[] indices = new int[values.length];
        mapper.indices(values, indices);
        CpuRenderer.colours(curve.palette(), indices);
        argb.put(0, indices);
    }

    private static float[] values(ResolvedCurve curve) {
        if (curve.volume().isColour()) {
            throw new IllegalArgumentException("a colour volume has no modality values");
        }
        Grid grid = new Grid(curve.volume());
        int width = curve.width();
        float[] values = new float[Math.multiplyExact(width, curve.height())];
        Bands.share(curve.height(), PictureSampler.TILE_HEIGHT, () -> {
            LineSampler lines = lines(curve, grid);
            float[] row = new float[width];
            return (from, to) -> {
                for (int y = from; y < to; y++) {
                    ResolvedCurve.Row line = curve.rows().get(y);
                    lines.base((float) line.origin().x(), (float) line.origin().y(), (float)
                            line.origin().z());
                    lines.step((float) line.du().x(), (float) line.du().y(), (float)
                            line.du().z());
                    Arrays.fill(row, Float.NaN);
                    lines.sample(0, width, 0, row);
                    System.arraycopy(row, 0, values, y * width, width);
                }
            };
        });
        return values;
    }

    private static LineSampler lines(ResolvedCurve curve, Grid grid) {
        if (curve.interpolation() == Interpolation.NEAREST) {
            return new NearestLines(grid);
        }
        return curve.volume().hasPadding() ? new PaddedLines(grid) : new TrilinearLines(grid);
    }
}
