package org.readingroom.viewer.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodeStreamHeader;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.FrameDecoder;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// Decodes JPEG with Huffman coding: baseline, extended, progressive and lossless.
///
/// Colour components come out as they are coded, brought to the size of the frame; nothing turns them into another
/// colour space here.
///
/// **Source:** ITU-T T.81 annex B; DICOM PS3.5 section A.4.1.
public final class JpegDecoder implements FrameDecoder {

    // [impl->req~codec.jpeg~1]
    @Override
    public StoredPixels decode(byte[] encoded, PixelFormat format) throws CodecException {
        return new Run(new CodeBytes(encoded), format).decode();
    }

    /// One frame being decoded.
    private static final class Run {
        private static final int SOI = 0xFFD8;
        private static final int EOI = 0xD9;
        private static final int SOS = 0xDA;
        private static final int BASELINE = 0xC0;
        private static final int EXTENDED = 0xC1;
        private static final int PROGRESSIVE = 0xC2;
        private static final int LOSSLESS = 0xC3;

        private final CodeBytes bytes;
        private final PixelFormat format;
        private final Tables tables = new Tables();
        private final ColourHints colour = new ColourHints();
        private int interval;
        private boolean lossless;
        private @Nullable Frame frame;
        private @Nullable Picture picture;

        Run(CodeBytes bytes, PixelFormat format) {
            this.bytes = bytes;
            this.format = format;
        }

        StoredPixels decode() throws CodecException {
            if (bytes.u16(0) != SOI) {
                throw CodecException.corrupt("no JPEG image starts here");
            }
            int at = 2;
            while (true) {
                if (bytes.u8(at) != 0xFF) {
                    throw CodecException.corrupt("no marker where one belongs");
                }
                int marker = bytes.u8(at + 1);
                if (marker == 0xFF) {
                    at++;
                    continue;
                }
                if (marker == EOI) {
                    throw CodecException.truncated("the image ends without all of its scans");
                }
                int end = bytes.segmentEnd(at + 2);
                if (marker != SOS) {
                    segment(marker, at + 4, end);
                    at = end;
                    continue;
                }
                Frame frame = this.frame;
                Picture picture = this.picture;
                if (frame == null || picture == null) {
                    throw CodecException.corrupt("a scan before the frame header");
                }
                ScanHeader scan = ScanHeader.read(bytes, at + 4, frame);
                EntropyBits bits = new EntropyBits(bytes.array(), scan.data());
                picture.decode(scan, tables, bits, interval);
                at = bits.finish();
                if (picture.isWhole()) {
                    bytes.requireEndOfImage(at);
                    return picture.finish(photometric(frame));
                }
            }
        }

        private void segment(int marker, int body, int end) throws CodecException {
            switch (marker) {
                case BASELINE, EXTENDED, PROGRESSIVE, LOSSLESS -> header(marker, body);
                case 0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF -> throw CodecException.unsupported("JPEG hierarchical");
                case 0xC9, 0xCA, 0xCB, 0xCC -> throw CodecException.unsupported("JPEG arithmetic coding");
                case 0xF7 -> throw CodecException.mismatch("a JPEG-LS image where JPEG is declared");
                case 0xC4 -> tables.defineHuffman(bytes, body, end);
                case 0xDB -> tables.defineQuantisation(bytes, body, end);
                case 0xDD -> interval = bytes.u16(body);
                case 0xE0 -> {
                    if (end - body >= 5 && bytes.i32(body) == 0x4A464946) {
                        colour.sawJfif();
                    }
                }
                case 0xEE -> {
                    if (end - body >= 12 && bytes.i32(body) == 0x41646F62) {
                        colour.sawAdobe(bytes.u8(body + 11));
                    }
                }
                default -> {
                    // Comments and application data do not touch the picture.
                }
            }
        }

        private void header(int marker, int at) throws CodecException {
            if (frame != null) {
                throw CodecException.corrupt("a second frame header");
            }
            lossless = marker == LOSSLESS;
            int precision = bytes.u8(at);
            int rows = bytes.u16(at + 1);
            int columns = bytes.u16(at + 3);
            int count = bytes.u8(at + 5);
            boolean right = lossless
                    ? precision >= 2 && precision <= 16
                    : precision == 8 || precision == 12 && marker != BASELINE;
            if (!right) {
                throw CodecException.corrupt("JPEG precision " + precision);
            }
            new CodeStreamHeader(rows, columns, count, precision).requireFits(format);
            CodecLimits.requirePlausible(bytes.length(), format);
            List<Component> components = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int entry = at + 6 + 3 * i;
                components.add(Component.of(bytes.u8(entry), bytes.u8(entry + 1), bytes.u8(entry + 2)));
            }
            Frame read = new Frame(rows, columns, precision, components);
            frame = read;
            picture = switch (marker) {
                case LOSSLESS -> new LosslessPicture(read, format);
                case PROGRESSIVE -> new ProgressivePicture(read, format);
                default -> new SequentialPicture(read, format);
            };
        }

        private String photometric(Frame frame) {
            String stated = format.photometricInterpretation();
            String coded = colour.photometric(stated, frame.components());
            return lossless && !coded.equals("RGB") ? stated : coded;
        }
    }
}
