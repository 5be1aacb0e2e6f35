package org.readingroom.viewer.codec.htj2k;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;

/// Decodes magnitudes and signs of the samples that [QuadDecoder] found significant.
///
/// **Source:** ITU-T T.814 clauses 7.3.2, 7.3.7 and 7.3.8.
final class MagnitudeDecoder {
    private static final int BITS_PER_SAMPLE = 31;

    private final BitRun bits = new BitRun();
    private int[] above = new int[0];
    private int[] below = new int[0];

    /// Fills `values`, rows of `2 * across`, from bytes `from` to `to`.
    ///
    /// `plane` is the bit-plane that the pass ends in, counted from 0; values have one fraction bit.
    void decode(byte[] source, int from, int to, QuadDecoder shapes, int across, int down, int plane, int[] values)
            throws CodecException {
        bits.forwards(source, from, to, 4 * across * down * BITS_PER_SAMPLE, -1);
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
        int width = 2 * across;
        int to = 2 * row * width;
        int[] above = this.above;
        int[] below = this.below;
        int highest = BITS_PER_SAMPLE - 1 - plane;
        int position = from;
        for (int x = 0; x < width; x += 2, shape++, to += 2) {
            int quad = quads[shape];
            int significant = quad & 0xF;
            if (significant == 0) {
                values[to] = 0;
                values[to + 1] = 0;
                values[to + width] = 0;
                values[to + width + 1] = 0;
                below[x + 1] = 0;
                below[x + 2] = 0;
                continue;
            }
            int bound = (quad >>> 12) + 1;
            if ((significant & significant - 1) != 0) {
                // Bits of the largest neighbour above; v or 1 has as many bits as 2 mu - 1.
                int neighbours = above[x] | above[x + 1] | above[x + 2] | above[x + 3];
                bound += Math.max(1, 31 - Integer.numberOfLeadingZeros(neighbours)) - 1;
            }
            if (bound > highest) {
                throw CodecException.corrupt("a high-throughput sample of " + bound + " bits");
            }
            int size = bound * (significant & 1) - (quad >> 8 & 1);
            int v = bits.take(position, size) | (quad >> 4 & 1) << size;
            position += size;
            values[to] = value(v, significant & 1, plane);
            size = bound * (significant >> 1 & 1) - (quad >> 9 & 1);
            v = bits.take(position, size) | (quad >> 5 & 1) << size;
            position += size;
            values[to + width] = value(v, significant >> 1 & 1, plane);
            below[x + 1] = v | significant >> 1 & 1;
            size = bound * (significant >> 2 & 1) - (quad >> 10 & 1);
            v = bits.take(position, size) | (quad >> 6 & 1) << size;
            position += size;
            values[to + 1] = value(v, significant >> 2 & 1, plane);
            size = bound * (significant >> 3) - (quad >> 11 & 1);
            v = bits.take(position, size) | (quad >> 7 & 1) << size;
            position += size;
            values[to + width + 1] = value(v, significant >> 3, plane);
            below[x + 2] = v | significant >> 3;
        }
        return position;
    }

    /// The sign is the lowest bit of `v`, the magnitude less one lies above it; the fraction bit is set.
    private static int value(int v, int isSignificant, int plane) {
        int magnitude = ((v | 1) + 2 << plane) * isSignificant;
        int sign = -(v & 1);
        return (magnitude ^ sign) - sign;
    }
}
