package org.readingroom.viewer.codec.htj2k;

import org.readingroom.viewer.codec.CodecException;

/// Decodes the code blocks of High-Throughput JPEG 2000.
///
/// A cleanup segment holds three streams: magnitudes and signs from its start on, runs of empty quads from where its
/// suffix starts, and code words from its end backwards. A refinement segment holds newly significant samples from its
/// start and magnitude bits from its end.
///
/// Values have one fraction bit more than the coefficients, set halfway where bits are missing.
///
/// **Owner:** [#values] is filled anew by every call; one decoder serves one thread.
/// **Source:** ITU-T T.814 clause 7.
public final class HtBlockDecoder {
    private static final int SHORTEST_SUFFIX = 2;
    private static final int LONGEST_SUFFIX = 4079;

    private final QuadDecoder quads = new QuadDecoder();
    private final MagnitudeDecoder magnitudes = new MagnitudeDecoder();
    private final RefinementPasses refinements = new RefinementPasses();
    private int[] values = new int[0];
    private int stride;

    /// The decoded block, row-major, rows [#stride] apart.
    public int[] values() {
        return values;
    }

    public int stride() {
        return stride;
    }

    /// **Errors:** [CodecException] when the segments break the rules of the code.
    // [impl->req~codec.htj2k~1]
    public void decode(HtBlock block) throws CodecException {
        int across = (block.width() + 1) / 2;
        int down = (block.height() + 1) / 2;
        stride = 2 * across;
        if (values.length < 4 * across * down) {
            values = new int[4 * across * down];
        }
        int end = block.cleanupEnd();
        int length = end - block.from();
        int suffix = length < SHORTEST_SUFFIX ? 0 : (block.bytes()[end - 1] & 0xFF) << 4 | block.bytes()[end - 2] & 0xF;
        if (suffix < SHORTEST_SUFFIX || suffix > Math.min(length, LONGEST_SUFFIX)) {
            throw CodecException.corrupt("a high-throughput block of " + length + " bytes with a suffix of " + suffix);
        }
        if (block.refinements() > 0 && block.plane() == 0) {
            throw CodecException.corrupt("a high-throughput block refined below its last bit-plane");
        }
        quads.decode(block.bytes(), end, suffix, across, down);
        quads.requireWithin(block.width(), block.height());
        magnitudes.decode(block.bytes(), block.from(), end - suffix, quads, across, down, block.plane(), values);
        if (block.refinements() > 0) {
            refinements.decode(block, end, block.end(), values, stride);
        }
    }
}
