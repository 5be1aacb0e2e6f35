package org.readingroom.viewer.codec.htj2k;

import java.util.Arrays;

/// The two passes that may follow a cleanup pass and tell of the bit-plane below it.
///
/// **Source:** ITU-T T.814 clauses 7.4 and 7.5.
final class RefinementPasses {
    private static final int STRIPE = 4;

    /// Columns whose magnitude bits come before their signs.
    private static final int COLUMNS = 4;

    private static final byte FROM_CLEANUP = 1;
    private static final byte FROM_PROPAGATION = 2;

    private final BitRun bits = new BitRun();
    private byte[] states = new byte[0];

    /// Adds to `values` what bytes `from` to `to` tell; one pass or both.
    void decode(HtBlock block, int from, int to, int[] values, int valueStride) {
        int stride = block.width() + 2;
        prepare(block, values, valueStride, stride);
        int unit = 1 << block.plane() - 1;
        // A bit and a sign for every sample at most.
        bits.forwards(block.bytes(), from, to, 2 * block.width() * block.height(), 0);
        propagateSignificance(block, values, valueStride, stride, 3 * unit);
        if (block.refinements() > 1) {
            bits.backwards(block.bytes(), to - 1, from, 0, 0, 0xFF, block.width() * block.height());
            refineMagnitudes(block, values, valueStride, stride, unit);
        }
    }

    private void prepare(HtBlock block, int[] values, int valueStride, int stride) {
        int size = stride * (block.height() + 2);
        if (states.length < size) {
            states = new byte[size];
        } else {
            Arrays.fill(states, 0, size, (byte) 0);
        }
        for (int y = 0; y < block.height(); y++) {
            for (int x = 0; x < block.width(); x++) {
                if (values[y * valueStride + x] != 0) {
                    states[(y + 1) * stride + x + 1] = FROM_CLEANUP;
                }
            }
        }
    }

    private void propagateSignificance(HtBlock block, int[] values, int valueStride, int stride, int magnitude) {
        int position = 0;
        int[] found = new int[STRIPE * COLUMNS];
        for (int top = 0; top < block.height(); top += STRIPE) {
            int bottom = Math.min(block.height(), top + STRIPE);
            for (int left = 0; left < block.width(); left += COLUMNS) {
                int right = Math.min(block.width(), left + COLUMNS);
                int count = 0;
                for (int x = left; x < right; x++) {
                    for (int y = top; y < bottom; y++) {
                        int at = (y + 1) * stride + x + 1;
                        boolean looksDown = !(block.isCausal() && y == top + STRIPE - 1);
                        if (states[at] == 0 && hasSignificantNeighbour(at, stride, looksDown)) {
                            if (bits.bit(position++) == 1) {
                                states[at] = FROM_PROPAGATION;
                                found[count++] = y * valueStride + x;
                            }
                        }
                    }
                }
                for (int i = 0; i < count; i++) {
                    values[found[i]] = bits.bit(position++) == 0 ? magnitude : -magnitude;
                }
            }
        }
    }

    private boolean hasSignificantNeighbour(int at, int stride, boolean looksDown) {
        int up = at - stride;
        int down = at + stride;
        int near = states[at - 1] | states[at + 1] | states[up - 1] | states[up] | states[up + 1];
        return (near | (looksDown ? states[down - 1] | states[down] | states[down + 1] : 0)) != 0;
    }

    private void refineMagnitudes(HtBlock block, int[] values, int valueStride, int stride, int unit) {
        int position = 0;
        for (int top = 0; top < block.height(); top += STRIPE) {
            int bottom = Math.min(block.height(), top + STRIPE);
            for (int x = 0; x < block.width(); x++) {
                for (int y = top; y < bottom; y++) {
                    if (states[(y + 1) * stride + x + 1] != FROM_CLEANUP) {
                        continue;
                    }
                    int change = bits.bit(position++) == 1 ? unit : -unit;
                    int index = y * valueStride + x;
                    values[index] += values[index] < 0 ? -change : change;
                }
            }
        }
    }
}
