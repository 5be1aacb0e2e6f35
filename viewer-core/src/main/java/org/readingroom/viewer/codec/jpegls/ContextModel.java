package org.readingroom.viewer.codec.jpegls;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;

/// The adaptive statistics of one scan, and the samples decoded by them.
///
/// **Source:** ITU-T T.87 annex A.4 to A.7; A, B, C and N are the standard's letters.
final class ContextModel {
    private static final int CONTEXTS = 365;
    private static final int RUN_CONTEXTS = 2;

    /// Order of the run lengths, the standard's J.
    private static final int[] RUN_ORDERS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private static final int HIGHEST_RUN_INDEX = RUN_ORDERS.length - 1;

    /// Chosen: no honest stream needs longer Golomb remainders; sums gone wild in a damaged one do.
    private static final int MOST_REMAINDER_BITS = 24;

    private final ScanBits bits;
    private final int maxValue;
    private final int near;
    private final int quantum;
    private final int range;
    private final int errorBits;
    private final int limit;
    private final int reset;

    /// A, B, C, N of each context, run contexts last; for those B holds the standard's Nn.
    private final int[] statistics = new int[4 * (CONTEXTS + RUN_CONTEXTS)];

    ContextModel(ScanBits bits, CodingParameters parameters) {
        this.bits = bits;
        this.maxValue = parameters.maxValue();
        this.near = parameters.near();
        this.quantum = parameters.quantum();
        this.range = parameters.range();
        this.errorBits = parameters.errorBits();
        this.limit = parameters.limit();
        this.reset = parameters.reset();
        start();
    }

    /// Forgets everything, as at the start of a scan or after a restart marker.
    void start() {
        Arrays.fill(statistics, 0);
        int sum = Math.max(2, (range + 32) / 64);
        for (int i = 0; i < statistics.length; i += 4) {
            statistics[i] = sum;
            statistics[i + 3] = 1;
        }
    }

    /// Regular mode on the statistics of this model.
    RegularMode regularMode(CodingParameters parameters) {
        return new RegularMode(bits, parameters, statistics);
    }

    /// Decodes how many samples repeat, at most `most`; the new run index goes to `runIndex[component]`.
    int runLength(int[] runIndex, int component, int most) throws CodecException {
        int index = runIndex[component];
        int length = 0;
        while (length < most && bits.takeOne()) {
            int whole = 1 << RUN_ORDERS[index];
            int taken = Math.min(whole, most - length);
            length += taken;
            if (taken == whole && index < HIGHEST_RUN_INDEX) {
                index++;
            }
        }
        if (length < most) {
            length += bits.take(RUN_ORDERS[index]);
            if (length >= most) {
                throw CodecException.corrupt("a run passes the end of its line");
            }
        }
        runIndex[component] = index;
        return length;
    }

    /// Decodes the sample that ends a run, its neighbours `a` and `b` telling the run context.
    int runEnd(int a, int b, int runIndex) throws CodecException {
        if (Math.abs(a - b) <= near) {
            return reconstructed(a, runEndError(1, runIndex));
        }
        int error = runEndError(0, runIndex);
        return reconstructed(b, a > b ? -error : error);
    }

    /// As [#runEnd] for interleaved samples, which always use the first run context.
    int runEndInterleaved(int a, int b, int runIndex) throws CodecException {
        int error = runEndError(0, runIndex);
        return reconstructed(b, b >= a ? error : -error);
    }

    private int runEndError(int type, int runIndex) throws CodecException {
        int at = 4 * (CONTEXTS + type);
        int count = statistics[at + 3];
        int sum = statistics[at];
        int negatives = statistics[at + 1];
        int k = remainderBits(type == 0 ? sum : sum + (count >> 1), count);
        int mapped = bits.takeGolomb(k, limit - RUN_ORDERS[runIndex] - 1, errorBits);
        int shifted = mapped + type;
        int odd = shifted & 1;
        int size = (shifted + odd) >> 1;
        int negativeWhenOdd = k != 0 || 2 * negatives >= count ? 1 : 0;
        int error = negativeWhenOdd == odd ? -size : size;
        if (error < 0) {
            negatives++;
        }
        sum += (mapped + 1 - type) >> 1;
        if (count == reset) {
            sum >>= 1;
            count >>= 1;
            negatives >>= 1;
        }
        statistics[at] = sum;
        statistics[at + 1] = negatives;
        statistics[at + 3] = count + 1;
        return error;
    }

    /// The smallest k for which `count << k` reaches `sum`.
    static int remainderBits(int sum, int count) throws CodecException {
        int k = Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(sum));
        if (k > MOST_REMAINDER_BITS) {
            throw CodecException.corrupt("the statistics of a JPEG-LS context overflow");
        }
        return k + ((count << k) - sum >>> 31);
    }

    private int reconstructed(int predicted, int error) throws CodecException {
        int value = predicted + error * quantum;
        if (value < -near) {
            value += range * quantum;
        } else if (value > maxValue + near) {
            value -= range * quantum;
        }
        if (value < -near || value > maxValue + near) {
            throw CodecException.corrupt("a JPEG-LS sample out of range");
        }
        return Math.clamp(value, 0, maxValue);
    }
}
