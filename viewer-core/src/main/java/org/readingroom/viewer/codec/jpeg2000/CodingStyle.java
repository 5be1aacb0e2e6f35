package org.readingroom.viewer.codec.jpeg2000;

import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodecException;

/// How one component is transformed and coded.
///
/// `precinctWidths` and `precinctHeights` are exponents of two, one per resolution, coarsest first.
///
/// **Source:** ITU-T T.800 tables A.13, A.19 and A.20.
record CodingStyle(
        int levels,
        int blockWidthBits,
        int blockHeightBits,
        int flags,
        boolean isReversible,
        int[] precinctWidths,
        int[] precinctHeights) {
    static final int BYPASS = 1;
    static final int RESET_CONTEXTS = 2;
    static final int TERMINATE_EACH_PASS = 4;
    static final int VERTICALLY_CAUSAL = 8;
    static final int SEGMENTATION_SYMBOLS = 32;
    static final int HIGH_THROUGHPUT = 64;

    /// High-throughput blocks and others side by side.
    private static final int MIXED = 64 | 128;

    private static final int WHOLE = 15;

    /// Reads the part that COD and COC share; `ownPrecincts` tells whether precinct sizes follow.
    static CodingStyle read(CodeBytes bytes, int at, int end, boolean ownPrecincts) throws CodecException {
        int levels = bytes.u8(at);
        int width = (bytes.u8(at + 1) & 0xF) + 2;
        int height = (bytes.u8(at + 2) & 0xF) + 2;
        int flags = bytes.u8(at + 3);
        int transform = bytes.u8(at + 4);
        if (levels > 32 || width > 10 || height > 10 || width + height > 12 || transform > 1) {
            throw CodecException.corrupt("a JPEG 2000 coding style of " + levels + " levels");
        }
        if ((flags & MIXED) == MIXED) {
            throw CodecException.unsupported("High-Throughput JPEG 2000 mixed with blocks of part 1");
        }
        if (ownPrecincts && end - at < 6 + levels) {
            throw CodecException.corrupt("a JPEG 2000 coding style without its precincts");
        }
        int[] widths = new int[levels + 1];
        int[] heights = new int[levels + 1];
        for (int r = 0; r <= levels; r++) {
            int size = ownPrecincts ? bytes.u8(at + 5 + r) : WHOLE << 4 | WHOLE;
            widths[r] = size & 0xF;
            heights[r] = size >> 4;
            if (r > 0 && (widths[r] == 0 || heights[r] == 0)) {
                throw CodecException.corrupt("a JPEG 2000 precinct of one sample");
            }
        }
        return new CodingStyle(levels, width, height, flags, transform == 1, widths, heights);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /// The most passes that codeword segment number `segment` of a code block holds.
    ///
    /// **Source:** ITU-T T.800 annexes B.10.7.1 and D.4.2, table D.9; T.814 annex B.
    int passesOfSegment(int segment) {
        if (has(HIGH_THROUGHPUT)) {
            return segment % 2 == 0 ? 1 : 2;
        }
        if (has(TERMINATE_EACH_PASS)) {
            return 1;
        }
        if (has(BYPASS)) {
            return segment == 0 ? 10 : segment % 2 == 1 ? 2 : 1;
        }
        return Integer.MAX_VALUE;
    }
}
