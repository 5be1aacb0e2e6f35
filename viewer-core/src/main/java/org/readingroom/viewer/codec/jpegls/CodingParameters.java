package org.readingroom.viewer.codec.jpegls;

import org.readingroom.viewer.codec.CodecException;

/// The numbers one scan is coded with.
///
/// **Source:** ITU-T T.87 annex A.2.1 and C.2.4.1.1, the default thresholds from C.2.4.1.1.1.
record CodingParameters(int maxValue, int near, int t1, int t2, int t3, int reset) {
    private static final int BASIC_T1 = 3;
    private static final int BASIC_T2 = 7;
    private static final int BASIC_T3 = 21;
    private static final int BASIC_RESET = 64;

    /// `presets` are MAXVAL, T1, T2, T3 and RESET of an LSE segment, each 0 for its default; empty without one.
    static CodingParameters of(int precision, int near, int[] presets) throws CodecException {
        int highest = (1 << precision) - 1;
        int maxValue = preset(presets, 0, highest);
        if (maxValue < 1 || maxValue > highest || near > Math.min(255, maxValue / 2)) {
            throw CodecException.corrupt("JPEG-LS MAXVAL " + maxValue + " with NEAR " + near);
        }
        int t1;
        int t2;
        int t3;
        if (maxValue >= 128) {
            int factor = (Math.min(maxValue, 4095) + 128) / 256;
            t1 = inRange(factor * (BASIC_T1 - 2) + 2 + 3 * near, near + 1, maxValue);
            t2 = inRange(factor * (BASIC_T2 - 3) + 3 + 5 * near, t1, maxValue);
            t3 = inRange(factor * (BASIC_T3 - 4) + 4 + 7 * near, t2, maxValue);
        } else {
            int factor = 256 / (maxValue + 1);
            t1 = inRange(Math.max(2, BASIC_T1 / factor + 3 * near), near + 1, maxValue);
            t2 = inRange(Math.max(3, BASIC_T2 / factor + 5 * near), t1, maxValue);
            t3 = inRange(Math.max(4, BASIC_T3 / factor + 7 * near), t2, maxValue);
        }
        CodingParameters parameters = new CodingParameters(
                maxValue,
                near,
                preset(presets, 1, t1),
                preset(presets, 2, t2),
                preset(presets, 3, t3),
                preset(presets, 4, BASIC_RESET));
        parameters.requireOrdered();
        return parameters;
    }

    private void requireOrdered() throws CodecException {
        boolean ordered = near < t1 && t1 <= t2 && t2 <= t3 && t3 <= maxValue;
        if (!ordered || reset < 3 || reset > Math.max(255, maxValue)) {
            throw CodecException.corrupt("JPEG-LS presets out of order: " + this);
        }
    }

    private static int preset(int[] presets, int index, int absent) {
        return index < presets.length && presets[index] != 0 ? presets[index] : absent;
    }

    /// The standard's CLAMP: out of range becomes the lower bound.
    private static int inRange(int value, int low, int high) {
        return value > high || value < low ? low : value;
    }

    int quantum() {
        return 2 * near + 1;
    }

    /// RANGE: how many quantised errors there are.
    int range() {
        return (maxValue + 2 * near) / quantum() + 1;
    }

    /// qbpp: bits of a quantised error.
    int errorBits() {
        return 32 - Integer.numberOfLeadingZeros(range() - 1);
    }

    /// LIMIT: the longest Golomb code.
    int limit() {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(maxValue));
        return 2 * (bits + Math.max(8, bits));
    }

    /// Region of each gradient from `-maxValue` to `maxValue`, -4 to 4; index 0 is the lowest gradient.
    byte[] gradientRegions() {
        byte[] regions = new byte[2 * maxValue + 1];
        for (int gradient = -maxValue; gradient <= maxValue; gradient++) {
            int size = Math.abs(gradient);
            int region = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
            regions[gradient + maxValue] = (byte) (gradient < 0 ? -region : region);
        }
        return regions;
    }
}
