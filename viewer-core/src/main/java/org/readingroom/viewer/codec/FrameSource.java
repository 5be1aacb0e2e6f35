package org.readingroom.viewer.codec;

/// Hands out decoded frames by their number, counted from zero.
public interface FrameSource {
    /// **Errors:** [CodecException] when only the stream tells how many there are, and cannot be read.
    int count() throws CodecException;

    StoredPixels frame(int index) throws CodecException;
}
