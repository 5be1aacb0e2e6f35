package org.readingroom.viewer.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Frames deflated one by one.
///
/// **Source:** DICOM PS3.5 section A.4.13, RFC 1951.
final class DeflatedFrameDecoder implements FrameDecoder {
    /// Chosen: how much is inflated between two looks at the interrupt flag.
    private static final int CHUNK_BYTES = 1 << 20;

    // [impl->req~codec.deflated-frame~1]
    @Override
    public StoredPixels decode(byte[] encoded, PixelFormat format) throws CodecException {
        NativeLayout layout = new NativeLayout(format);
        CodecLimits.requirePlausible(encoded.length, format);
        byte[] inflated = new byte[(int) ((layout.encodedBits() + 7) / 8)];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(encoded);
            int at = 0;
            while (at < inflated.length) {
                CodecLimits.stopIfInterrupted();
                int got = inflater.inflate(inflated, at, Math.min(CHUNK_BYTES, inflated.length - at));
                if (got == 0) {
                    throw CodecException.truncated("inflated " + at + " of " + inflated.length + " bytes");
                }
                at += got;
            }
            if (!inflater.finished() && inflater.inflate(new byte[2]) > 1) {
                throw CodecException.mismatch("a deflated frame goes on after its last byte");
            }
        } catch (DataFormatException e) {
            throw CodecException.corrupt("not a deflated stream");
        }
        return layout.decode(inflated, 0);
    }
}
