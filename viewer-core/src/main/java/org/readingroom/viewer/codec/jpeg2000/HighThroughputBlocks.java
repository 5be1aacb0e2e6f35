package org.readingroom.viewer.codec.jpeg2000;

import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.htj2k.HtBlock;
import org.readingroom.viewer.codec.htj2k.HtBlockDecoder;

/// Code blocks of High-Throughput JPEG 2000: finds the passes to decode among the segments.
///
/// Passes come in sets of three: cleanup, and two refinements. Each set tells the whole block down to one bit-plane
/// deeper than the set before, so the last that came is the one to decode.
///
/// **Source:** ITU-T T.814 clause 7.1 and annex B.
final class HighThroughputBlocks implements BlockDecoder {
    private static final int PASSES_OF_SET = 3;

    private final HtBlockDecoder decoder = new HtBlockDecoder();

    @Override
    public int[] values() {
        return decoder.values();
    }

    @Override
    public int stride() {
        return decoder.stride();
    }

    @Override
    public void decode(CodeBlock block, int orientation, int planes, CodingStyle style) throws CodecException {
        int passes = 0;
        int from = 0;
        int cleanup = -1;
        int cleanupFrom = 0;
        int cleanupPass = 0;
        for (int segment = 0; segment < block.segments; segment++) {
            passes += block.segmentPasses[segment];
            if (segment % 2 == 0 && block.segmentBytes[segment] > 0) {
                cleanup = segment;
                cleanupFrom = from;
                cleanupPass = passes - 1;
            }
            from += block.segmentBytes[segment];
        }
        int plane = planes - block.zeroPlanes - 1 - cleanupPass / PASSES_OF_SET;
        if (cleanup < 0 || plane < 0) {
            throw CodecException.corrupt("a high-throughput block of " + passes + " passes without a cleanup pass");
        }
        boolean isRefined = cleanup + 1 < block.segments;
        int cleanupEnd = cleanupFrom + block.segmentBytes[cleanup];
        decoder.decode(new HtBlock(
                block.data,
                cleanupFrom,
                cleanupEnd,
                isRefined ? cleanupEnd + block.segmentBytes[cleanup + 1] : cleanupEnd,
                isRefined ? block.segmentPasses[cleanup + 1] : 0,
                block.area.width(),
                block.area.height(),
                plane,
                style.has(CodingStyle.VERTICALLY_CAUSAL)));
    }
}
