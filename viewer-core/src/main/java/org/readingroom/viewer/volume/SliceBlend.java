package org.readingroom.viewer.volume;

/// Makes the slice between two frames, for a grid finer than the frames.
final class SliceBlend {
    private SliceBlend() {}

    /// `(1 - weight) · lower + weight · upper` in modality values; where either is padding, the
    /// nearer one alone.
    static GreySlice blend(GreySlice lower, GreySlice upper, double weight) {
        float slope = Math.abs(lower.slope()) >= Math.abs(upper.slope()) ? lower.slope() : upper.slope();
        float intercept = lower.slope() == slope ? lower.intercept() : upper.intercept();
        GreySlice nearer = weight < 0.5 ? lower : upper;
        short[] samples = new short[lower.samples().length];
        for (int row = 0; row < lower.rows(); row++) {
            for (int column = 0; column < lower.columns(); column++) {
                int i = row * lower.columns() + column;
                if (lower.isPadding(column, row) || upper.isPadding(column, row)) {
                    samples[i] = nearer.isPadding(column, row)
                            ? nearer.samples()[i]
                            : sample(nearer.modalityValue(column, row), slope, intercept);
                } else {
                    double value =
                            lower.modalityValue(column, row) * (1 - weight) + upper.modalityValue(column, row) * weight;
                    samples[i] = sample(value, slope, intercept);
                }
            }
        }
        return GreySlice.of(lower.columns(), lower.rows(), samples, slope, intercept, nearer.padding());
    }

    private static short sample(double modalityValue, float slope, float intercept) {
        long rounded = Math.round((modalityValue - intercept) / slope);
        return (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
