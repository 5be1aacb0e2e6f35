package org.readingroom.viewer.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodeStreamHeader;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.FrameBuffer;
import org.readingroom.viewer.codec.FrameDecoder;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// Decodes JPEG: baseline and extended sequential DCT with Huffman coding, and lossless.
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

        private final CodeBytes bytes;
        private final PixelFormat format;
        private final Tables tables = new Tables();
        private final ColourHints colour = new ColourHints();
        private int interval;
        private boolean lossless;
        private @Nullable Frame frame;
        private @Nullable FrameBuffer buffer;
        private Plane[] planes = new Plane[0];
        private boolean[] decoded = new boolean[0];

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
                if (marker == SOS) {
                    at = scan(at + 4);
                    if (isWhole()) {
                        return finished();
                    }
                } else {
                    segment(marker, at + 4, end);
                    at = end;
                }
            }
        }

        private void segment(int marker, int body, int end) throws CodecException {
            switch (marker) {
                case 0xC0, 0xC1, 0xC3 -> header(marker, body);
                case 0xC2, 0xC6, 0xCA, 0xCE -> throw CodecException.unsupported("JPEG progressive");
                case 0xC5, 0xC7, 0xCD, 0xCF -> throw CodecException.unsupported("JPEG hierarchical");
                case 0xC9, 0xCB, 0xCC -> throw CodecException.unsupported("JPEG arithmetic coding");
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
            lossless = marker == 0xC3;
            int precision = bytes.u8(at);
            int rows = bytes.u16(at + 1);
            int columns = bytes.u16(at + 3);
            int count = bytes.u8(at + 5);
            boolean right =
                    lossless ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12 && marker == 0xC1;
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
            frame = new Frame(rows, columns, precision, components);
            decoded = new boolean[count];
            if (lossless) {
                if (frame.mostHorizontal() > 1 || frame.mostVertical() > 1) {
                    throw CodecException.unsupported("JPEG lossless subsampling");
                }
                buffer = new FrameBuffer(format);
            } else {
                planes = new Plane[count];
                for (int i = 0; i < count; i++) {
                    planes[i] = Plane.of(frame, components.get(i));
                }
            }
        }

        /// Decodes the scan whose header lies at `at`; returns where the next marker stands.
        private int scan(int at) throws CodecException {
            Frame frame = this.frame;
            if (frame == null) {
                throw CodecException.corrupt("a scan before the frame header");
            }
            int count = bytes.u8(at);
            if (count < 1 || count > frame.components().size()) {
                throw CodecException.corrupt("a scan of " + count + " components");
            }
            List<ScanComponent> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = componentOf(frame, bytes.u8(at + 1 + 2 * i));
                int selectors = bytes.u8(at + 2 + 2 * i);
                HuffmanTable ac = lossless ? null : tables.ac(selectors & 0xF);
                parts.add(new ScanComponent(index, tables.dc(selectors >> 4), ac));
                decoded[index] = true;
            }
            int parameters = at + 1 + 2 * count;
            int predictor = bytes.u8(parameters);
            int pointTransform = bytes.u8(parameters + 2) & 0xF;
            EntropyBits bits = new EntropyBits(bytes.array(), parameters + 3);
            if (buffer != null) {
                if (predictor < 1 || predictor > 7 || pointTransform >= frame.precision()) {
                    throw CodecException.corrupt("JPEG lossless predictor " + predictor + ", shift " + pointTransform);
                }
                new LosslessScan(frame, parts, bits, predictor, pointTransform).decode(buffer, interval);
            } else {
                new DctScan(frame, parts, quantisation(frame), planes, bits).decode(interval);
            }
            return bits.nextMarker();
        }

        private int[][] quantisation(Frame frame) throws CodecException {
            int[][] inOrder = new int[frame.components().size()][];
            for (int i = 0; i < inOrder.length; i++) {
                inOrder[i] = tables.quantisation(frame.components().get(i).table());
            }
            return inOrder;
        }

        private int componentOf(Frame frame, int id) throws CodecException {
            for (int i = 0; i < decoded.length; i++) {
                if (frame.components().get(i).id() == id && !decoded[i]) {
                    return i;
                }
            }
            throw CodecException.corrupt("a scan of an unknown component");
        }

        private boolean isWhole() {
            for (boolean component : decoded) {
                if (!component) {
                    return false;
                }
            }
            return true;
        }

        private StoredPixels finished() throws CodecException {
            Frame frame = java.util.Objects.requireNonNull(this.frame, "a scan has been decoded");
            String photometric = colour.photometric(format.photometricInterpretation(), frame.components());
            if (buffer != null) {
                return buffer.finish(
                        lossless && !photometric.equals("RGB") ? format.photometricInterpretation() : photometric);
            }
            FrameBuffer whole = new FrameBuffer(format);
            for (int i = 0; i < planes.length; i++) {
                Upsampler upsampler = new Upsampler(frame, frame.components().get(i), planes[i]);
                for (int y = 0; y < frame.rows(); y++) {
                    whole.row(i, y, upsampler.row(y), 0);
                }
            }
            return whole.finish(photometric);
        }
    }
}
