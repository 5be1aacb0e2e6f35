package org.readingroom.viewer.codec;

import org.readingroom.viewer.dicom.TransferSyntax;

/// Names the decoder of each encapsulated transfer syntax.
///
/// **Source:** DICOM PS3.5 annex A.4.
public final class FrameDecoders {
    private FrameDecoders() {}

    /// **Errors:** [CodecException] naming the syntax when there is no decoder for it.
    public static FrameDecoder decoderFor(TransferSyntax syntax) throws CodecException {
        return switch (syntax) {
            case ENCAPSULATED_UNCOMPRESSED -> (encoded, format) -> new NativeLayout(format).decode(encoded, 0);
            case DEFLATED_IMAGE_FRAME -> new DeflatedFrameDecoder();
            default -> throw CodecException.unsupported(syntax.standardName());
        };
    }
}
