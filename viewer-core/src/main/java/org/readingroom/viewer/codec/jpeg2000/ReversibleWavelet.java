package org.readingroom.viewer.codec.jpeg2000;

import java.util.Arrays;

/// The inverse 5-3 transform in whole numbers.
///
/// **Source:** ITU-T T.800 annex F.3, formulas F-5 and F-6.
final class ReversibleWavelet extends Wavelet<int[]> {
    private int[] dequantised = new int[0];

    /// Lines with one value before and after.
    private final int[] low;

    private final int[] high;

    ReversibleWavelet(int width) {
        this.low = new int[width / 2 + 3];
        this.high = new int[width / 2 + 3];
    }

    @Override
    int[] band(int size) {
        return new int[size];
    }

    @Override
    int[] part(int[] line, int from, int length) {
        return Arrays.copyOfRange(line, from, from + length);
    }

    @Override
    void dequantise(int[] values, int count, float step) {
        for (int i = 0; i < count; i++) {
            values[i] /= 2;
        }
        dequantised = values;
    }

    @Override
    void store(int from, int width, int[] band, int at) {
        System.arraycopy(dequantised, from, band, at, width);
    }

    @Override
    int[] across(int[] lows, int lowFrom, int lowCount, int[] highs, int highFrom, int highCount, int odd) {
        int[] line = new int[lowCount + highCount];
        if (line.length == 1) {
            line[0] = lowCount == 1 ? lows[lowFrom] : highs[highFrom] / 2;
            return line;
        }
        int[] low = this.low;
        int[] high = this.high;
        System.arraycopy(lows, lowFrom, low, 1, lowCount);
        System.arraycopy(highs, highFrom, high, 1, highCount);
        high[0] = high[1];
        high[highCount + 1] = high[highCount];
        if (odd == 0) {
            lower(low, high, lowCount);
        } else {
            lowerAhead(low, high, lowCount);
        }
        low[0] = low[1];
        low[lowCount + 1] = low[lowCount];
        if (odd == 0) {
            raiseAhead(high, low, highCount);
        } else {
            raise(high, low, highCount);
        }
        for (int i = 0; i < lowCount; i++) {
            line[2 * i + odd] = low[i + 1];
        }
        for (int i = 0; i < highCount; i++) {
            line[2 * i + 1 - odd] = high[i + 1];
        }
        return line;
    }

    // Each of the four has offsets fixed when compiled, without which its loop is not vectorised.

    private static void lower(int[] low, int[] high, int count) {
        for (int i = 1; i <= count; i++) {
            low[i] -= high[i - 1] + high[i] + 2 >> 2;
        }
    }

    private static void lowerAhead(int[] low, int[] high, int count) {
        for (int i = 1; i <= count; i++) {
            low[i] -= high[i] + high[i + 1] + 2 >> 2;
        }
    }

    private static void raise(int[] high, int[] low, int count) {
        for (int i = 1; i <= count; i++) {
            high[i] += low[i - 1] + low[i] >> 1;
        }
    }

    private static void raiseAhead(int[] high, int[] low, int count) {
        for (int i = 1; i <= count; i++) {
            high[i] += low[i] + low[i + 1] >> 1;
        }
    }

    @Override
    void halve(int[] line) {
        for (int x = 0; x < line.length; x++) {
            line[x] /= 2;
        }
    }

    @Override
    void scale(int[] line, boolean isHigh) {
        // Whole numbers are lifted as they are.
    }

    @Override
    int steps() {
        return 2;
    }

    @Override
    void lift(int step, int[] line, int[] before, int[] after) {
        if (step == 0) {
            for (int x = 0; x < line.length; x++) {
                line[x] -= before[x] + after[x] + 2 >> 2;
            }
        } else {
            for (int x = 0; x < line.length; x++) {
                line[x] += before[x] + after[x] >> 1;
            }
        }
    }
}
