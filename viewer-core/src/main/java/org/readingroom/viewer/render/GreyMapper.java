package org.readingroom.viewer.render;

import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.viewport.ResolvedView;

/// Turns a row of sampled values into palette indices: modality scale, window, inversion.
///
/// **Range:** 0 to 255; -1 for NaN, which stands for "nothing here".
/// **Source:** DICOM PS3.3 sections C.11.2.1.2 (LINEAR, with its -0.5 and -1) and C.11.2.1.3.
// [impl->req~view.voi~1]
abstract sealed class GreyMapper {
    /// `modality value = slope × value + intercept`.
    record Scale(float slope, float intercept) {
        static final Scale NONE = new Scale(1, 0);
    }

    private final boolean inverse;

    private GreyMapper(boolean inverse) {
        this.inverse = inverse;
    }

    static GreyMapper of(ResolvedView view, Scale scale) {
        return of(view.voi(), view.inverse(), scale);
    }

    static GreyMapper of(Voi voi, boolean inverse, Scale scale) {
        return switch (voi) {
            case Voi.Window window ->
                switch (window.function()) {
                    case LINEAR ->
                        window.width() <= 1
                                ? new Curve(window, scale, inverse)
                                : ramp(1 / (window.width() - 1), window.center() - 0.5, scale, inverse);
                    case LINEAR_EXACT -> ramp(1 / window.width(), window.center(), scale, inverse);
                    case SIGMOID -> new Sigmoid(window, scale, inverse);
                };
            case Voi.Table table -> new Curve(table, scale, inverse);
        };
    }

    private static Ramp ramp(double perUnit, double middle, Scale scale, boolean inverse) {
        return new Ramp(
                (float) (scale.slope() * perUnit), (float) ((scale.intercept() - middle) * perUnit + 0.5), inverse);
    }

    final void indices(float[] values, int[] indices) {
        grey(values, indices);
        if (inverse) {
            for (int i = 0; i < indices.length; i++) {
                indices[i] = 255 - indices[i];
            }
        }
        for (int i = 0; i < indices.length; i++) {
            indices[i] = Float.isNaN(values[i]) ? -1 : indices[i];
        }
    }

    abstract void grey(float[] values, int[] indices);

    /// A straight line, clamped.
    private static final class Ramp extends GreyMapper {
        private final float perValue;
        private final float start;

        Ramp(float perValue, float start, boolean inverse) {
            super(inverse);
            this.perValue = perValue;
            this.start = start;
        }

        @Override
        void grey(float[] values, int[] indices) {
            float a = perValue;
            float b = start;
            for (int i = 0; i < values.length; i++) {
                float t = a * values[i] + b;
                t = Math.max(0f, Math.min(1f, t));
                indices[i] = (int) (t * 255f + 0.5f);
            }
        }
    }

    /// The logistic curve, from a table with straight lines between its entries.
    private static final class Sigmoid extends GreyMapper {
        /// chosen: at two widths from the centre the curve is within 0.1 of a grey level of its
        /// end.
        private static final int ENTRIES = 4096;

        private final float[] greys = new float[ENTRIES + 1];
        private final float perValue;
        private final float start;

        Sigmoid(Voi.Window window, Scale scale, boolean inverse) {
            super(inverse);
            double low = window.center() - 2 * window.width();
            double step = 4 * window.width() / ENTRIES;
            for (int i = 0; i <= ENTRIES; i++) {
                greys[i] = (float) (255 * window.toGrey(low + i * step) + 0.5);
            }
            perValue = (float) (scale.slope() / step);
            start = (float) ((scale.intercept() - low) / step);
        }

        @Override
        void grey(float[] values, int[] indices) {
            for (int i = 0; i < values.length; i++) {
                float t = Math.max(0f, Math.min(ENTRIES - 0.001f, perValue * values[i] + start));
                int below = (int) t;
                indices[i] = (int) (greys[below] + (t - below) * (greys[below + 1] - greys[below]));
            }
        }
    }

    /// Whatever the window says, value by value: tables and thresholds.
    private static final class Curve extends GreyMapper {
        private final Voi voi;
        private final Scale scale;

        Curve(Voi voi, Scale scale, boolean inverse) {
            super(inverse);
            this.voi = voi;
            this.scale = scale;
        }

        @Override
        void grey(float[] values, int[] indices) {
            for (int i = 0; i < values.length; i++) {
                float modalityValue = scale.slope() * values[i] + scale.intercept();
                indices[i] = !Float.isNaN(modalityValue) ? (int) (voi.toGrey(modalityValue) * 255 + 0.5) : 0;
            }
        }
    }
}
