package org.readingroom.viewer.codec.jpeg;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;

/// The inverse 8 x 8 cosine transform in whole numbers.
///
/// The numerics are those of the Independent JPEG Group's accurate integer method, so that lossy pictures agree
/// with other DICOM software to the last bit: 13 fraction bits in the constants, and 2 more (1 above eight bits of
/// precision) between the passes.
///
/// **Source:** ITU-T T.81 annex A.3.3; C. Loeffler, A. Ligtenberg, G. Moschytz, ICASSP 1989.
final class InverseDct {
    private static final int CONSTANT_BITS = 13;

    private static final int F_0_298 = 2446;
    private static final int F_0_390 = 3196;
    private static final int F_0_541 = 4433;
    private static final int F_0_765 = 6270;
    private static final int F_0_899 = 7373;
    private static final int F_1_175 = 9633;
    private static final int F_1_501 = 12299;
    private static final int F_1_847 = 15137;
    private static final int F_1_961 = 16069;
    private static final int F_2_053 = 16819;
    private static final int F_2_562 = 20995;
    private static final int F_3_072 = 25172;

    private final int passBits;
    private final int level;
    private final int highest;
    private final int[] between = new int[64];

    InverseDct(int precision) {
        passBits = precision > 8 ? 1 : 2;
        level = 1 << (precision - 1);
        highest = (1 << precision) - 1;
    }

    /// Turns dequantised `coefficients` into samples at `out[offset + row * stride + column]`.
    void transform(int[] coefficients, short[] out, int offset, int stride) {
        for (int column = 0; column < 8; column++) {
            column(coefficients, column);
        }
        for (int row = 0; row < 8; row++) {
            row(8 * row, out, offset + row * stride);
        }
    }

    /// As [#transform] for a block that has nothing but its first coefficient.
    void transformFlat(int first, short[] out, int offset, int stride) {
        short flat = sample(((first << passBits) + (1 << (passBits + 2))) >> (passBits + 3));
        for (int row = 0; row < 8; row++) {
            Arrays.fill(out, offset + row * stride, offset + row * stride + 8, flat);
        }
    }

    /// **Errors:** [CodecException] when `first`, dequantised by `quantum`, is twice what samples of this precision
    /// can give: the differences before it were not the encoder's.
    void requirePossible(int first, int quantum) throws CodecException {
        if (Math.abs(first) > 16 * level + quantum) {
            throw CodecException.corrupt("a block of impossible brightness");
        }
    }

    private void column(int[] in, int c) {
        if ((in[c + 8] | in[c + 16] | in[c + 24] | in[c + 32] | in[c + 40] | in[c + 48] | in[c + 56]) == 0) {
            int flat = in[c] << passBits;
            for (int i = c; i < 64; i += 8) {
                between[i] = flat;
            }
            return;
        }
        butterfly(in, c, 8, between, CONSTANT_BITS - passBits);
    }

    private void row(int at, short[] out, int to) {
        int[] in = between;
        int shift = CONSTANT_BITS + passBits + 3;
        if ((in[at + 1] | in[at + 2] | in[at + 3] | in[at + 4] | in[at + 5] | in[at + 6] | in[at + 7]) == 0) {
            short flat = sample((in[at] + (1 << (passBits + 2))) >> (passBits + 3));
            for (int i = 0; i < 8; i++) {
                out[to + i] = flat;
            }
            return;
        }
        butterfly(in, at, 1, in, shift);
        for (int i = 0; i < 8; i++) {
            out[to + i] = sample(in[at + i]);
        }
    }

    private short sample(int value) {
        return (short) Math.clamp(value + level, 0, highest);
    }

    /// One pass over eight values `step` apart, from `in` to `out`, rounded down by `shift` bits.
    private static void butterfly(int[] in, int at, int step, int[] out, int shift) {
        long x2 = in[at + 2 * step];
        long x6 = in[at + 6 * step];
        long turn = (x2 + x6) * F_0_541;
        long even2 = turn - x6 * F_1_847;
        long even3 = turn + x2 * F_0_765;
        long x0 = in[at];
        long x4 = in[at + 4 * step];
        long even0 = (x0 + x4) << CONSTANT_BITS;
        long even1 = (x0 - x4) << CONSTANT_BITS;
        long round = 1L << (shift - 1);
        long e0 = even0 + even3 + round;
        long e3 = even0 - even3 + round;
        long e1 = even1 + even2 + round;
        long e2 = even1 - even2 + round;

        long x7 = in[at + 7 * step];
        long x5 = in[at + 5 * step];
        long x3 = in[at + 3 * step];
        long x1 = in[at + step];
        long both = (x7 + x3 + x5 + x1) * F_1_175;
        long z1 = (x7 + x1) * -F_0_899;
        long z2 = (x5 + x3) * -F_2_562;
        long z3 = (x7 + x3) * -F_1_961 + both;
        long z4 = (x5 + x1) * -F_0_390 + both;
        long o7 = x7 * F_0_298 + z1 + z3;
        long o5 = x5 * F_2_053 + z2 + z4;
        long o3 = x3 * F_3_072 + z2 + z3;
        long o1 = x1 * F_1_501 + z1 + z4;

        out[at] = (int) ((e0 + o1) >> shift);
        out[at + 7 * step] = (int) ((e0 - o1) >> shift);
        out[at + step] = (int) ((e1 + o3) >> shift);
        out[at + 6 * step] = (int) ((e1 - o3) >> shift);
        out[at + 2 * step] = (int) ((e2 + o5) >> shift);
        out[at + 5 * step] = (int) ((e2 - o5) >> shift);
        out[at + 3 * step] = (int) ((e3 + o7) >> shift);
        out[at + 4 * step] = (int) ((e3 - o7) >> shift);
    }
}
