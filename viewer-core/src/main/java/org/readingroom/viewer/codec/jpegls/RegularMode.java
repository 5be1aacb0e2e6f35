package org.readingroom.viewer.codec.jpegls;

import org.readingroom.viewer.codec.CodecException;

/// Decodes samples in regular mode, as many in a row as there are.
///
/// The bits and the neighbours are held in local variables, and the choices that noise makes unpredictable are made
/// by arithmetic: this loop is nearly all the time that a noisy picture takes.
///
/// **Source:** ITU-T T.87 annex A.3 to A.6.
final class RegularMode {
    /// Chosen: with fewer bits than this in hand more are fetched; nearly every code is shorter.
    private static final int COMFORTABLE = 32;

    private final ScanBits bits;
    private final int[] statistics;
    private final byte[] regions;
    private final int maxValue;
    private final int near;
    private final int quantum;
    private final int wrap;
    private final int errorBits;
    private final int limit;
    private final int longestPrefix;
    private final int reset;

    /// `statistics` are those of [ContextModel].
    RegularMode(ScanBits bits, CodingParameters parameters, int[] statistics) {
        this.bits = bits;
        this.statistics = statistics;
        this.regions = parameters.gradientRegions();
        this.maxValue = parameters.maxValue();
        this.near = parameters.near();
        this.quantum = parameters.quantum();
        this.wrap = parameters.range() * quantum;
        this.errorBits = parameters.errorBits();
        this.limit = parameters.limit();
        this.longestPrefix = limit - errorBits - 1;
        this.reset = parameters.reset();
    }

    /// The context of sample `x`, -364 to 364; 0 when its neighbours are flat.
    int context(int[] up, int[] line, int x) {
        int zero = maxValue;
        int b = up[x];
        int c = up[x - 1];
        return (regions[up[x + 1] - b + zero] * 9 + regions[b - c + zero]) * 9 + regions[c - line[x - 1] + zero];
    }

    /// Decodes from sample `first` on until the neighbours are flat or `last` is done; returns where it stopped.
    int whileUneven(int[] up, int[] line, int first, int last) throws CodecException {
        return decode(up, line, first, last, true);
    }

    /// Decodes sample `x`, whatever its neighbours.
    void one(int[] up, int[] line, int x) throws CodecException {
        decode(up, line, x, x, false);
    }

    private int decode(int[] up, int[] line, int first, int last, boolean stopWhenFlat) throws CodecException {
        int[] statistics = this.statistics;
        byte[] regions = this.regions;
        int maxValue = this.maxValue;
        int near = this.near;
        long window = bits.window;
        int valid = bits.valid;
        int damage = 0;
        int a = line[first - 1];
        int c = up[first - 1];
        int b = up[first];
        int before = regions[b - c + maxValue];
        int x = first;
        for (; x <= last; x++) {
            int d = up[x + 1];
            int ahead = regions[d - b + maxValue];
            int context = (ahead * 9 + before) * 9 + regions[c - a + maxValue];
            if (context == 0 && stopWhenFlat) {
                break;
            }
            int sign = context >> 31;
            int at = 4 * ((context ^ sign) - sign);
            int sum = statistics[at];
            int bias = statistics[at + 1];
            int correction = statistics[at + 2];
            int count = statistics[at + 3];
            int low = Math.min(a, b);
            int high = Math.max(a, b);
            int edge = Math.max(low, Math.min(high, a + b - c));
            int predicted = Math.max(0, Math.min(maxValue, edge + (correction ^ sign) - sign));

            int k = ContextModel.remainderBits(sum, count);
            if (valid < COMFORTABLE) {
                bits.window = window;
                bits.valid = valid;
                bits.fill();
                window = bits.window;
                valid = bits.valid;
            }
            int zeros = Long.numberOfLeadingZeros(window);
            int mapped;
            if (zeros < longestPrefix && zeros + 1 + k <= valid) {
                window = window << zeros << 1;
                mapped = zeros << k | (int) (window >>> 1 >>> (63 - k));
                window <<= k;
                valid -= zeros + 1 + k;
            } else {
                bits.window = window;
                bits.valid = valid;
                mapped = bits.takeGolomb(k, limit, errorBits);
                window = bits.window;
                valid = bits.valid;
            }
            int error = mapped >>> 1 ^ -(mapped & 1);
            if (k == 0 && near == 0 && 2 * bias <= -count) {
                error = ~error;
            }

            int value = predicted + ((error ^ sign) - sign) * quantum;
            if (value < -near) {
                value += wrap;
            } else if (value > maxValue + near) {
                value -= wrap;
            }
            damage |= value + near | maxValue + near - value;
            before = ahead;
            c = b;
            b = d;
            a = Math.max(0, Math.min(maxValue, value));
            line[x] = a;

            sum += Math.abs(error);
            bias += error * quantum;
            if (count == reset) {
                sum >>= 1;
                bias >>= 1;
                count >>= 1;
            }
            count++;
            int tooLow = (bias + count - 1) >> 31;
            int tooHigh = -bias >> 31;
            statistics[at] = sum;
            statistics[at + 1] = Math.max(1 - count, Math.min(0, bias + (tooLow & count) - (tooHigh & count)));
            statistics[at + 2] = Math.max(-128, Math.min(127, correction + tooLow - tooHigh));
            statistics[at + 3] = count;
        }
        bits.window = window;
        bits.valid = valid;
        if (damage < 0) {
            throw CodecException.corrupt("a JPEG-LS sample out of range");
        }
        return x;
    }
}
