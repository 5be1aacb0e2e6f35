package org.readingroom.viewer.codec.htj2k;

import org.readingroom.viewer.codec.CodecException;

/// Decodes what the cleanup pass tells of each quad before the magnitudes: which of its samples are significant and
/// how large they may be.
///
/// A quad is two samples wide and two high; its samples count downwards first.
///
/// **Source:** ITU-T T.814 clauses 7.3.4 to 7.3.6.
final class QuadDecoder {
    /// Empty quads left of and right of each row of quads.
    static final int LEFT = 1;

    private static final int RIGHT = 2;

    /// The most bits two quads can take: two words, prefixes, suffixes and extensions.
    private static final int BITS_PER_QUAD = 20;

    private final MelDecoder emptiness = new MelDecoder();
    private final BitRun words = new BitRun();
    private int[] quads = new int[0];
    private int stride;

    /// The quads, rows of [#stride], each row from [#LEFT] on: bits 0 to 3 significant samples, 4 to 7 known top bits,
    /// 8 to 11 samples whose top bit is known, from 12 on the bound.
    int[] quads() {
        return quads;
    }

    int stride() {
        return stride;
    }

    /// Decodes `across` by `down` quads out of the cleanup segment that ends before byte `end`, and whose streams of
    /// words and runs take its last `suffix` bytes.
    void decode(byte[] source, int end, int suffix, int across, int down) throws CodecException {
        stride = LEFT + across + RIGHT;
        if (quads.length < stride * down) {
            quads = new int[stride * down];
        }
        int start = end - suffix;
        int tail = source[end - 2] | 0x0F;
        int held = (tail >> 4 & 7) == 7 ? 3 : 4;
        emptiness.start(source, start, end);
        words.backwards(source, end - 3, start, tail >> 4, held, tail & 0xFF, (across + 1) * down * BITS_PER_QUAD);
        int position = firstRow(across);
        for (int row = 1; row < down; row++) {
            position = otherRow(row * stride, across, position);
        }
        if (position > words.length()) {
            throw CodecException.corrupt("a high-throughput block whose words end early");
        }
    }

    /// **Errors:** [CodecException] when samples right of or below a block of this size are significant.
    void requireWithin(int width, int height) throws CodecException {
        int across = (width + 1) / 2;
        int down = (height + 1) / 2;
        int outside = 0;
        for (int row = 0; row < (width & 1) * down; row++) {
            outside |= quads[row * stride + LEFT + across - 1] & 0b1100;
        }
        for (int q = 0; q < (height & 1) * across; q++) {
            outside |= quads[(down - 1) * stride + LEFT + q] & 0b1010;
        }
        if (outside != 0) {
            throw CodecException.corrupt("samples outside a high-throughput block");
        }
    }

    private int firstRow(int across) {
        int[] quads = this.quads;
        int position = 0;
        int left = 0;
        quads[0] = 0;
        for (int q = LEFT; q < LEFT + across; q += 2) {
            long bits = words.from(position);
            int context = (left | left >> 1) & 1 | left >> 1 & 6;
            int first = word(QuadCodes.FIRST_ROWS, context, bits);
            int taken = first & 7;
            left = first >> 4 & 0xF;
            int second = 0;
            if (q + 1 < LEFT + across) {
                context = (left | left >> 1) & 1 | left >> 1 & 6;
                second = word(QuadCodes.FIRST_ROWS, context, bits >>> taken);
                taken += second & 7;
                left = second >> 4 & 0xF;
            }
            int which = first >> 3 & 1 | second >> 2 & 2;
            if (which == 3 && emptiness.next()) {
                which = BoundCodes.BOTH_LARGE;
            }
            position += taken + bounds(BoundCodes.FIRST_ROWS, which, bits >>> taken, first, second, q);
        }
        quads[LEFT + across] = 0;
        quads[LEFT + across + 1] = 0;
        return position;
    }

    private int otherRow(int start, int across, int from) {
        int[] quads = this.quads;
        int position = from;
        int left = 0;
        int end = start + LEFT + across;
        quads[start] = 0;
        for (int q = start + LEFT; q < end; q += 2) {
            int above = quads[q - stride];
            int right = quads[q - stride + 1];
            long bits = words.from(position);
            int context = (quads[q - stride - 1] >> 3 | above >> 1) & 1
                    | (left >> 1 | left >> 2) & 2
                    | (above >> 1 | right << 1) & 4;
            int first = word(QuadCodes.OTHER_ROWS, context, bits);
            int taken = first & 7;
            left = first >> 4 & 0xF;
            int second = 0;
            if (q + 1 < end) {
                context = (above >> 3 | right >> 1) & 1
                        | (left >> 1 | left >> 2) & 2
                        | (right >> 1 | quads[q - stride + 2] << 1) & 4;
                second = word(QuadCodes.OTHER_ROWS, context, bits >>> taken);
                taken += second & 7;
                left = second >> 4 & 0xF;
            }
            int which = first >> 3 & 1 | second >> 2 & 2;
            position += taken + bounds(BoundCodes.OTHER_ROWS, which, bits >>> taken, first, second, q);
        }
        quads[end] = 0;
        quads[end + 1] = 0;
        return position;
    }

    private int word(char[] codes, int context, long bits) {
        if (context == 0 && !emptiness.next()) {
            return 0;
        }
        return codes[context << QuadCodes.WIDTH | (int) bits & (1 << QuadCodes.WIDTH) - 1];
    }

    /// Stores quads `at` and `at + 1` and returns the bits that their bounds took.
    private int bounds(int[] codes, int which, long bits, int first, int second, int at) {
        int entry = codes[which << BoundCodes.WIDTH | (int) bits & (1 << BoundCodes.WIDTH) - 1];
        int taken = entry & 7;
        int width = entry >> 3 & 7;
        int suffix = (int) (bits >>> taken) & (1 << width) - 1;
        taken += width;
        width = entry >> 6 & 7;
        int other = (int) (bits >>> taken) & (1 << width) - 1;
        taken += width;
        int bound = (entry >> 9 & 0xF) + suffix;
        int otherBound = (entry >> 13) + other;
        if (suffix >= BoundCodes.EXTENDED) {
            bound += 4 * ((int) (bits >>> taken) & 0xF);
            taken += 4;
        }
        if (other >= BoundCodes.EXTENDED) {
            otherBound += 4 * ((int) (bits >>> taken) & 0xF);
            taken += 4;
        }
        quads[at] = first >> 4 | bound << 12;
        quads[at + 1] = second >> 4 | otherBound << 12;
        return taken;
    }
}
