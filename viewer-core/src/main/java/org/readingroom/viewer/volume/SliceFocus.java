package org.readingroom.viewer.volume;

import org.readingroom.viewer.display.Voi;

/// Rounds exact values to the 16-bit samples that renderers draw, as finely as the window asks for.
///
/// The case: a parametric map from 0 to 2 with one pixel of 1e9; over its whole range every pixel but that one would be
/// sample 0, and any window on the map black.
public final class SliceFocus {
    /// chosen: a window of fewer steps would show bands among its 256 greys.
    private static final double FEWEST_STEPS = 2048;

    /// chosen: a sigmoid is within a tenth of a grey of its end two widths from its centre.
    private static final double WIDTHS = 2;

    private static final int STEPS = 65534;

    private SliceFocus() {}

    /// `slice` when its samples are fine enough for `voi`, else another rounding of its exact values.
    public static Slice on(Slice slice, Voi voi) {
        if (!(slice instanceof GreySlice grey) || grey.exact() == null) {
            return slice;
        }
        double low;
        double high;
        double shown;
        switch (voi) {
            case Voi.Window window -> {
                low = window.center() - WIDTHS * window.width();
                high = window.center() + WIDTHS * window.width();
                shown = window.width();
            }
            case Voi.Table table -> {
                low = table.firstMapped() - 1.0;
                high = (double) table.firstMapped() + table.values().length;
                shown = high - low;
            }
        }
        return shown / grey.slope() >= FEWEST_STEPS
                ? slice
                : rounded(grey.columns(), grey.rows(), grey.exact(), low, high);
    }

    /// Values over their own range in equal steps; NaN is padding.
    static GreySlice rounded(int columns, int rows, float[] exact) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : exact) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low > high ? rounded(columns, rows, exact, 0, 0) : rounded(columns, rows, exact, low, high);
    }

    /// Values from `low` to `high` in equal steps, those beyond at the ends; NaN is padding.
    static GreySlice rounded(int columns, int rows, float[] exact, double low, double high) {
        double step =
                Math.max((high - low) / STEPS, Math.max(Float.MIN_NORMAL, Math.ulp((float) Math.abs(high)) / 4.0));
        short[] samples = new short[exact.length];
        for (int i = 0; i < exact.length; i++) {
            samples[i] = Float.isNaN(exact[i])
                    ? Short.MIN_VALUE
                    : (short) (Math.clamp(Math.round((exact[i] - low) / step), 0, STEPS) - Short.MAX_VALUE);
        }
        var padding = new GreySlice.PaddingRange(Short.MIN_VALUE, Short.MIN_VALUE);
        return GreySlice.of(columns, rows, samples, (float) step, (float) (low + Short.MAX_VALUE * step), padding)
                .withExact(exact);
    }
}
