package org.readingroom.viewer.codec;

import org.readingroom.viewer.codec.jpeg.JpegDecoder;
import org.readingroom.viewer.codec.jpeg2000.Jpeg2000Decoder;
import org.readingroom.viewer.codec.jpegls.JpegLsDecoder;
import org.readingroom.viewer.codec.rle.RleDecoder;
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
            case RLE -> new RleDecoder();
            case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> new JpegLsDecoder();
            case JPEG_BASELINE,
                    JPEG_EXTENDED,
                    JPEG_SPECTRAL_SELECTION,
                    JPEG_FULL_PROGRESSION,
                    JPEG_LOSSLESS,
                    JPEG_LOSSLESS_SV1 -> new JpegDecoder();
            case JPEG_2000_LOSSLESS,
                    JPEG_2000,
                    JPEG_2000_PART_2_LOSSLESS,
                    JPEG_2000_PART_2,
                    HTJ2K_LOSSLESS,
                    HTJ2K_LOSSLESS_RPCL,
                    HTJ2K -> new Jpeg2000Decoder();
            default -> throw CodecException.unsupported(syntax.standardName());
        };
    }
}
