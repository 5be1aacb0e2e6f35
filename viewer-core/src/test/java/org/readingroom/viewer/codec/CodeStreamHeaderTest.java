package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class CodeStreamHeaderTest {
    /// Twelve bits in the upper part of sixteen: a stream of twelve has them in the lower part, and read from the upper
    /// they would be a sixteenth of what they are.
    // [utest->req~codec.header-agrees~1]
    @Test
    void storedBitsThatTheStreamCannotHoldAreRefused() throws CodecException {
        PixelFormat raised = format(12, 15);
        new CodeStreamHeader(4, 4, 1, 16).requireFits(raised);
        CodecException refused =
                assertThrows(CodecException.class, () -> new CodeStreamHeader(4, 4, 1, 12).requireFits(raised));
        assertEquals("viewer.codec.mismatch", refused.messageKey());
        new CodeStreamHeader(4, 4, 1, 12).requireFits(format(12, 11));
        // real files state sixteen bits for twelve
        new CodeStreamHeader(4, 4, 1, 12).requireFits(format(16, 15));
    }

    private static PixelFormat format(int stored, int highBit) {
        return new PixelFormat(4, 4, 1, 16, stored, highBit, false, "MONOCHROME2", 0);
    }
}
