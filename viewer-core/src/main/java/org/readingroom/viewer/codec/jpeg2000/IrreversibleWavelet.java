package org.readingroom.viewer.codec.jpeg2000;

import java.util.Arrays;

/// The inverse 9-7 transform in single precision.
///
/// High-pass values are scaled by twice the reciprocal of K, which takes the gain of the subbands out of the
/// quantiser steps; so do the common implementations, and lossy pictures agree with theirs to the last bit.
///
/// **Source:** ITU-T T.800 annex F.3, table F.4.
final class IrreversibleWavelet extends Wavelet<float[]> {
    /// The nearest floats of the values in table F.4, in the order they are used: delta, gamma, beta, alpha.
    private static final float[] FACTORS = {-0.44350687f, -0.8829111f, 0.052980117f, 1.5861343f};

    private static final float K = 1.2301741f;
    private static final float TWO_BY_K = 1.6257324f;

    private float[] dequantised = new float[0];

    /// Lines with one value before and after.
    private final float[] low;

    private final float[] high;

    IrreversibleWavelet(int width) {
        this.low = new float[width / 2 + 3];
        this.high = new float[width / 2 + 3];
    }

    @Override
    float[] band(int size) {
        return new float[size];
    }

    @Override
    float[] part(float[] line, int from, int length) {
        return Arrays.copyOfRange(line, from, from + length);
    }

    @Override
    void dequantise(int[] values, int count, float step) {
        if (dequantised.length < count) {
            dequantised = new float[count];
        }
        float[] dequantised = this.dequantised;
        float half = step * 0.5f;
        for (int i = 0; i < count; i++) {
            dequantised[i] = values[i] * half;
        }
    }

    @Override
    void store(int from, int width, float[] band, int at) {
        System.arraycopy(dequantised, from, band, at, width);
    }

    @Override
    float[] across(float[] lows, int lowFrom, int lowCount, float[] highs, int highFrom, int highCount, int odd) {
        float[] line = new float[lowCount + highCount];
        if (line.length == 1) {
            // Not half of a high-pass value: its gain of two is not in the quantiser step.
            line[0] = lowCount == 1 ? lows[lowFrom] : highs[highFrom];
            return line;
        }
        float[] low = this.low;
        float[] high = this.high;
        System.arraycopy(lows, lowFrom, low, 1, lowCount);
        System.arraycopy(highs, highFrom, high, 1, highCount);
        multiply(low, lowCount + 1, K);
        multiply(high, highCount + 1, TWO_BY_K);
        for (int step = 0; step < FACTORS.length; step += 2) {
            extend(high, highCount);
            addNeighbours(low, lowCount, high, odd == 1, FACTORS[step]);
            extend(low, lowCount);
            addNeighbours(high, highCount, low, odd == 0, FACTORS[step + 1]);
        }
        for (int i = 0; i < lowCount; i++) {
            line[2 * i + odd] = low[i + 1];
        }
        for (int i = 0; i < highCount; i++) {
            line[2 * i + 1 - odd] = high[i + 1];
        }
        return line;
    }

    private static void extend(float[] line, int count) {
        line[0] = line[1];
        line[count + 1] = line[count];
    }

    /// Two loops, as their offsets must be fixed when compiled for them to be vectorised.
    private static void addNeighbours(float[] line, int count, float[] others, boolean ahead, float factor) {
        if (ahead) {
            for (int i = 1; i <= count; i++) {
                line[i] += factor * (others[i] + others[i + 1]);
            }
        } else {
            for (int i = 1; i <= count; i++) {
                line[i] += factor * (others[i - 1] + others[i]);
            }
        }
    }

    private static void multiply(float[] line, int count, float factor) {
        for (int x = 0; x < count; x++) {
            line[x] *= factor;
        }
    }

    @Override
    void halve(float[] line) {
        // As in a line of one value.
    }

    @Override
    void scale(float[] line, boolean isHigh) {
        multiply(line, line.length, isHigh ? TWO_BY_K : K);
    }

    @Override
    int steps() {
        return FACTORS.length;
    }

    @Override
    void lift(int step, float[] line, float[] before, float[] after) {
        float factor = FACTORS[step];
        for (int x = 0; x < line.length; x++) {
            line[x] += factor * (before[x] + after[x]);
        }
    }
}
