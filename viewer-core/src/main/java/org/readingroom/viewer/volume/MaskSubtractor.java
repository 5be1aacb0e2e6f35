package org.readingroom.viewer.volume;

import java.util.List;
import org.readingroom.viewer.display.MaskSubtraction;

/// Takes the mask off a frame of a digital subtraction run.
///
/// Frames whose values are proportional to the intensity (Pixel Intensity Relationship LIN) are subtracted as
/// logarithms,
/// scaled so that the span of the values stays: only then does the same vessel look the same before any background.
///
/// **Source:** DICOM PS3.3 sections C.7.6.10.1, C.7.6.16.2.13 (TO_LOG for subtraction).
// [impl->req~view.mask-subtraction~1]
public final class MaskSubtractor {
    private MaskSubtractor() {}

    /// The mean of `contrast` less the mean of `masks`, moved as `how` says.
    ///
    /// **Errors:** [IllegalArgumentException] when the slices differ in size or there are none.
    public static GreySlice subtract(MaskSubtraction how, List<GreySlice> contrast, List<GreySlice> masks) {
        float[] mask = moved(mean(masks, how.isLinearIntensity()), masks.getFirst(), how);
        float[] difference = mean(contrast, how.isLinearIntensity());
        if (mask.length != difference.length
                || contrast.getFirst().columns() != masks.getFirst().columns()) {
            throw new IllegalArgumentException("mask and contrast differ in size");
        }
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= mask[i];
            if (!Float.isNaN(difference[i])) {
                low = Math.min(low, difference[i]);
                high = Math.max(high, difference[i]);
            }
        }
        GreySlice first = contrast.getFirst();
        return SliceFocus.rounded(
                first.columns(), first.rows(), difference, low > high ? 0 : low, low > high ? 0 : high);
    }

    private static float[] mean(List<GreySlice> slices, boolean asLogarithm) {
        GreySlice first = slices.getFirst();
        float[] sum = new float[first.samples().length];
        for (GreySlice slice : slices) {
            if (slice.columns() != first.columns() || slice.rows() != first.rows()) {
                throw new IllegalArgumentException("frames of a run differ in size");
            }
            for (int row = 0, i = 0; row < slice.rows(); row++) {
                for (int column = 0; column < slice.columns(); column++, i++) {
                    float value = slice.isPadding(column, row) ? Float.NaN : slice.modalityValue(column, row);
                    sum[i] += asLogarithm ? logarithm(value) : value;
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= slices.size();
        }
        return sum;
    }

    /// chosen: 12 bits, the depth of most runs, keep their span: 4095 stays 4095.
    private static float logarithm(float value) {
        return (float) (4095 / Math.log(4096) * Math.log(1 + Math.max(0, value)));
    }

    /// Moved by whole and broken pixels; what comes in from outside repeats the edge.
    private static float[] moved(float[] mask, GreySlice shape, MaskSubtraction how) {
        if (how.shiftDown() == 0 && how.shiftRight() == 0) {
            return mask;
        }
        int columns = shape.columns();
        int rows = shape.rows();
        float[] moved = new float[mask.length];
        for (int row = 0; row < rows; row++) {
            double y = Math.clamp(row - how.shiftDown(), 0, rows - 1);
            int upper = Math.min((int) y, Math.max(0, rows - 2));
            int lower = Math.min(upper + 1, rows - 1);
            float fy = (float) (y - upper);
            for (int column = 0; column < columns; column++) {
                double x = Math.clamp(column - how.shiftRight(), 0, columns - 1);
                int left = Math.min((int) x, Math.max(0, columns - 2));
                int right = Math.min(left + 1, columns - 1);
                float fx = (float) (x - left);
                float a = mask[upper * columns + left] * (1 - fx) + mask[upper * columns + right] * fx;
                float b = mask[lower * columns + left] * (1 - fx) + mask[lower * columns + right] * fx;
                moved[row * columns + column] = a * (1 - fy) + b * fy;
            }
        }
        return moved;
    }
}
