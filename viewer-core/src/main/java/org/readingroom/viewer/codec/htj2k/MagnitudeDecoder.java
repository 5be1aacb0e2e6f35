package org.readingroom.viewer.codec.htj2k;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;

/// Decodes magnitudes and signs of the samples that [QuadDecoder] found significant.
///
/// **Source:** ITU-T T.814 clauses 7.3.2, 7.3.7 and 7.3.8.
final class MagnitudeDecoder {
    /// Chosen: bits of a sample with its sign, bit-planes not coded included. Components of 24 bits, their differences
    /// and the gain of a subband need fewer.
    private static final int LONGEST = 28;

    private final BitRun bits = new BitRun();
    private int[] above = new int[0];
    private int[] below = new int[0];

    /// Fills `values`, rows of `2 * across`, from bytes `from` to `to`.
    ///
    /// `plane` is the bit-plane that the pass ends in, counted from 0; values have one fraction bit.
    void decode(byte[] source, int from, int to, QuadDecoder shapes, int across, int down, int plane, int[] values)
            throws CodecException {
        bits.forwards(source, from, to, 4 * across * down * LONGEST, -1);
        int needed = 2 * across + 3;
        if (above.length < needed) {
            above = new int[needed];
            below = new int[needed];
        }
        Arrays.fill(above, 0, needed, 0);
        // What a wider block left behind its end would pass for a neighbour.
        Arrays.fill(below, 0, needed, 0);
        int position = 0;
        for (int row = 0; row < down; row++) {
            position = row(shapes, row, across, plane, position, values);
            int[] held = above;
            above = below;
            below = held;
        }
    }

    private int row(QuadDecoder shapes, int row, int across, int plane, int from, int[] values) throws CodecException {
        int[] quads = shapes.quads();
        int shape = row * shapes.stride() + QuadDecoder.LEFT;
        int upper = 4 * row * across;
        int lower = upper + 2 * across;
        int[] above = this.above;
        int[] below = this.below;
        int highest = LONGEST - plane;
        int excess = 0;
        int position = from;
        for (int q = 0; q < across; q++) {
            int quad = quads[shape + q];
            int significant = quad & 0xF;
            if (significant == 0) {
                values[upper + 2 * q] = 0;
                values[upper + 2 * q + 1] = 0;
                values[lower + 2 * q] = 0;
                values[lower + 2 * q + 1] = 0;
                below[2 * q + 1] = 0;
                below[2 * q + 2] = 0;
                continue;
            }
            int bound = (quad >>> 12) + 1;
            if ((significant & significant - 1) != 0) {
                // Bits of the largest neighbour above; v or 1 has as many bits as 2 mu - 1.
                int neighbours = above[2 * q] | above[2 * q + 1] | above[2 * q + 2] | above[2 * q + 3];
                bound += Math.max(1, 31 - Integer.numberOfLeadingZeros(neighbours)) - 1;
            }
            excess |= highest - bound;
            bound = Math.min(bound, highest);
            // Two samples take no more bits than one look at the run brings.
            long next = bits.from(position);
            int size = (bound & -(significant & 1)) - (quad >> 8 & 1);
            int v = (int) next & (1 << size) - 1 | (quad >> 4 & 1) << size;
            values[upper + 2 * q] = value(v, significant & 1, plane);
            next >>>= size;
            position += size;
            size = (bound & -(significant >> 1 & 1)) - (quad >> 9 & 1);
            v = (int) next & (1 << size) - 1 | (quad >> 5 & 1) << size;
            values[lower + 2 * q] = value(v, significant >> 1 & 1, plane);
            below[2 * q + 1] = v | significant >> 1 & 1;
            position += size;
            next = bits.from(position);
            size = (bound & -(significant >> 2 & 1)) - (quad >> 10 & 1);
            v = (int) next & (1 << size) - 1 | (quad >> 6 & 1) << size;
            values[upper + 2 * q + 1] = value(v, significant >> 2 & 1, plane);
            next >>>= size;
            position += size;
            size = (bound & -(significant >> 3)) - (quad >> 11 & 1);
            v = (int) next & (1 << size) - 1 | (quad >> 7 & 1) << size;
            values[lower + 2 * q + 1] = value(v, significant >> 3, plane);
            below[2 * q + 2] = v | significant >> 3;
            position += size;
        }
        if (excess < 0) {
            throw CodecException.corrupt("a high-throughput sample of too many bits");
        }
        return position;
    }

    /// The sign is the lowest bit of `v`, the magnitude less one lies above it; the fraction bit is set.
    private static int value(int v, int isSignificant, int plane) {
        int magnitude = (v | 1) + 2 << plane & -isSignificant;
        int sign = -(v & 1);
        return (magnitude ^ sign) - sign;
    }
}
