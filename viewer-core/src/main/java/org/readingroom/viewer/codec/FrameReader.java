package org.readingroom.viewer.codec;

import org.readingroom.viewer.codec.video.VideoFrames;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;

/// The frames of one file, decoded on demand.
///
/// **Thread:** any but `fx` and `gl`; several threads may ask for frames at once; an interrupt ends the decoding
/// of a frame with [CodecException].
public final class FrameReader {
    private final int frames;
    private final PixelFormat format;
    private final FrameSource source;

    private FrameReader(int frames, PixelFormat format, FrameSource source) {
        this.frames = frames;
        this.format = format;
        this.source = source;
    }

    /// Prepares to read the pixels of `file`; decodes nothing yet.
    ///
    /// **Errors:** [CodecException] when the file has no pixels, states an impossible layout, or is compressed in a
    /// way this program does not know.
    public static FrameReader of(DicomFile file) throws CodecException {
        PixelData data = file.pixelData()
                .orElseThrow(() -> new CodecException("viewer.codec.no-pixels", "the file has no pixel data element"));
        if (file.transferSyntax() == TransferSyntax.UNKNOWN) {
            throw CodecException.unsupported("Transfer Syntax "
                    + file.fileMeta().string(Tag.TRANSFER_SYNTAX_UID).orElse("?"));
        }
        // [impl->req~codec.refusal~1]
        PixelFormat format = ImagePixelModule.format(file.dataSet(), data.tag());
        int declared = ImagePixelModule.declaredFrames(file.dataSet());
        return switch (data) {
            case PixelData.Native bytes -> {
                NativeFrames frames = new NativeFrames(bytes, format, declared);
                yield new FrameReader(frames.count(), format, frames);
            }
            case PixelData.Encapsulated stream
            when file.transferSyntax().isVideo() -> {
                VideoFrames frames = new VideoFrames(stream.fragments(), declared, format);
                yield new FrameReader(frames.count(), format, frames);
            }
            case PixelData.Encapsulated fragments -> {
                FrameDecoder decoder = FrameDecoders.decoderFor(file.transferSyntax());
                FragmentedFrames frames = new FragmentedFrames(
                        fragments, declared, decoder, format, EdgeTiles.of(file.dataSet(), format));
                yield new FrameReader(frames.count(), format, frames);
            }
        };
    }

    public int frames() {
        return frames;
    }

    /// The layout the header states; what [#frame] returns has its own, see [StoredPixels].
    public PixelFormat format() {
        return format;
    }

    /// Decodes frame `index`, counted from zero.
    ///
    /// **Errors:** [CodecException] when the bytes of this frame are missing or wrong; other frames may still be
    /// readable.
    public StoredPixels frame(int index) throws CodecException {
        if (index < 0 || index >= frames) {
            throw new IllegalArgumentException("frame " + index + " of " + frames);
        }
        return source.frame(index);
    }
}
