package org.readingroom.viewer.codec;

/// Turns the encoded bytes of one frame into stored values.
///
/// **Thread:** any but `fx` and `gl`; an interrupt ends the work with [CodecException].
/// **Errors:** [CodecException] for anything wrong with the bytes. A decoder never allocates for a size that
/// the header does not name, and every loop is bounded by the bytes left.
public interface FrameDecoder {
    StoredPixels decode(byte[] encoded, PixelFormat format) throws CodecException;
}
