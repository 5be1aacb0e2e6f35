package org.readingroom.viewer.codec;

/// Hands out decoded frames by their number, counted from zero.
interface FrameSource {
    int count();

    StoredPixels frame(int index) throws CodecException;
}
