package org.readingroom.viewer.codec.jpeg2000;

import org.readingroom.viewer.codec.CodecException;

/// Turns the bytes of code blocks into quantised coefficients.
///
/// Values have one fraction bit more than the coefficients, set halfway where bits are missing.
///
/// **Owner:** [#values] is filled anew by every call; one decoder serves one thread.
sealed interface BlockDecoder permits BitPlaneDecoder, HighThroughputBlocks {
    static BlockDecoder of(CodingStyle style) {
        return style.has(CodingStyle.HIGH_THROUGHPUT) ? new HighThroughputBlocks() : new BitPlaneDecoder();
    }

    /// Decodes `block`; `planes` are those of its subband with what its region of interest adds.
    void decode(CodeBlock block, int orientation, int planes, CodingStyle style) throws CodecException;

    /// The decoded block, row-major, rows [#stride] apart.
    int[] values();

    int stride();
}
