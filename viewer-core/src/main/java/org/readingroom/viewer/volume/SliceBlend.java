package org.readingroom.viewer.volume;

/// Makes the slice between two frames, for a grid finer than the frames.
final class SliceBlend {
    private SliceBlend() {}

    /// `(1 - weight) · lower + weight · upper` in modality values; where either is padding, the
    /// nearer one alone.
    ///
    /// Frames of one scale keep it. Else the values between have a scale of their own, as neither of the two need
    /// reach them; what 16 bits cannot hold is kept beside them as in the frames.
    static GreySlice blend(GreySlice lower, GreySlice upper, double weight) {
        return isOfOneScale(lower, upper) ? samples(lower, upper, weight) : values(lower, upper, weight);
    }

    /// Whether the samples themselves can be blended, and no blend of two values is a sample of padding.
    private static boolean isOfOneScale(GreySlice lower, GreySlice upper) {
        return lower.slope() == upper.slope()
                && lower.intercept() == upper.intercept()
                && lower.exact() == null
                && upper.exact() == null
                && isPaddingApart(lower, upper)
                && isPaddingApart(upper, lower);
    }

    private static boolean isPaddingApart(GreySlice padded, GreySlice other) {
        GreySlice.PaddingRange padding = padded.padding();
        int least = Math.min(padded.smallest(), other.smallest());
        int most = Math.max(padded.largest(), other.largest());
        return padding == null || padding.high() < least || padding.low() > most;
    }

    private static GreySlice samples(GreySlice lower, GreySlice upper, double weight) {
        GreySlice nearer = weight < 0.5 ? lower : upper;
        short[] samples = new short[lower.samples().length];
        for (int row = 0, i = 0; row < lower.rows(); row++) {
            for (int column = 0; column < lower.columns(); column++, i++) {
                samples[i] = lower.isPadding(column, row) || upper.isPadding(column, row)
                        ? nearer.samples()[i]
                        : (short) Math.round(lower.samples()[i] * (1 - weight) + upper.samples()[i] * weight);
            }
        }
        return GreySlice.of(lower.columns(), lower.rows(), samples, lower.slope(), lower.intercept(), nearer.padding());
    }

    private static GreySlice values(GreySlice lower, GreySlice upper, double weight) {
        GreySlice nearer = weight < 0.5 ? lower : upper;
        float[] values = new float[lower.samples().length];
        for (int row = 0, i = 0; row < lower.rows(); row++) {
            for (int column = 0; column < lower.columns(); column++, i++) {
                if (lower.isPadding(column, row) || upper.isPadding(column, row)) {
                    values[i] = nearer.isPadding(column, row) ? Float.NaN : nearer.modalityValue(column, row);
                } else {
                    values[i] = (float) (lower.modalityValue(column, row) * (1 - weight)
                            + upper.modalityValue(column, row) * weight);
                }
            }
        }
        GreySlice rounded = SliceFocus.rounded(lower.columns(), lower.rows(), values);
        boolean isExact = lower.exact() != null || upper.exact() != null;
        return isExact ? rounded : rounded.withExact(null);
    }
}
