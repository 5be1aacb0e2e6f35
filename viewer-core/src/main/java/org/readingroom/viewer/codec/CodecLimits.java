package org.readingroom.viewer.codec;

import java.util.List;

/// What every decoder asks before and while it works.
public final class CodecLimits {
    /// Chosen: a frame up to this size may be decoded from however few bytes; blank pictures compress to almost
    /// nothing.
    private static final long ALWAYS_ALLOWED_BYTES = 64L << 20;

    /// Chosen: a larger frame needs at least one encoded byte for this many decoded ones, several times what the
    /// blankest real picture reaches.
    private static final long HIGHEST_RATIO = 4096;

    private CodecLimits() {}

    /// **Errors:** [CodecException] when a frame of this format cannot come from so few bytes, or is more than an
    /// array can hold. Asked before anything of the frame's size is allocated.
    // [impl->req~codec.bounded~1]
    public static void requirePlausible(int encodedBytes, PixelFormat format) throws CodecException {
        long frameBytes = format.frameBytes();
        if (frameBytes > Integer.MAX_VALUE - 8) {
            throw new CodecException("viewer.codec.too-large", "a frame of " + frameBytes + " bytes");
        }
        if (frameBytes > ALWAYS_ALLOWED_BYTES && frameBytes > encodedBytes * HIGHEST_RATIO) {
            throw new CodecException(
                    "viewer.codec.implausible-size",
                    "a frame of " + frameBytes + " bytes from " + encodedBytes + " encoded ones");
        }
    }

    /// **Errors:** [CodecException] when the thread has been interrupted; the flag stays set.
    public static void stopIfInterrupted() throws CodecException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CodecException("viewer.codec.interrupted", List.of(), "interrupted while decoding", null);
        }
    }
}
