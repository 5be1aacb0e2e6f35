package org.readingroom.viewer.codec.jpegls;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodeStreamHeader;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.FrameBuffer;
import org.readingroom.viewer.codec.FrameDecoder;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// Decodes JPEG-LS: marker segments, then the scans they announce.
///
/// **Source:** ITU-T T.87 annex C; DICOM PS3.5 section A.4.3.
public final class JpegLsDecoder implements FrameDecoder {
    private static final int SOI = 0xFFD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;
    private static final int APP8 = 0xE8;
    private static final int SOF55 = 0xF7;
    private static final int LSE = 0xF8;

    // [impl->req~codec.jpeg-ls~1]
    @Override
    public StoredPixels decode(byte[] encoded, PixelFormat format) throws CodecException {
        return new Run(new CodeBytes(encoded), format).decode();
    }

    /// One frame being decoded.
    private static final class Run {
        private final CodeBytes bytes;
        private final PixelFormat format;
        private int precision;
        private int[] componentIds = new int[0];
        private boolean[] decoded = new boolean[0];
        private int[] presets = new int[0];
        private long restartLines;
        private @Nullable FrameBuffer frame;

        Run(CodeBytes bytes, PixelFormat format) {
            this.bytes = bytes;
            this.format = format;
        }

        StoredPixels decode() throws CodecException {
            if (bytes.u16(0) != SOI) {
                throw CodecException.corrupt("no JPEG-LS image starts here");
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
                int body = at + 4;
                int end = bytes.segmentEnd(at + 2);
                if (marker == SOS) {
                    at = scan(body, end);
                    if (frame != null && isWhole()) {
                        bytes.requireEndOfImage(at);
                        return frame.finish(format.photometricInterpretation());
                    }
                } else {
                    segment(marker, body, end);
                    at = end;
                }
            }
        }

        private boolean isWhole() {
            for (boolean component : decoded) {
                if (!component) {
                    return false;
                }
            }
            return true;
        }

        private void segment(int marker, int body, int end) throws CodecException {
            switch (marker) {
                case SOF55 -> header(body);
                case LSE -> presets(body, end);
                case DRI ->
                    restartLines = switch (end - body) {
                        case 2 -> bytes.u16(body);
                        case 3 -> (long) bytes.u8(body) << 16 | bytes.u16(body + 1);
                        case 4 -> bytes.u32(body);
                        default -> throw CodecException.corrupt("a restart interval of " + (end - body) + " bytes");
                    };
                case APP8 -> {
                    if (end - body >= 5 && bytes.i32(body) == 0x6D726678 && bytes.u8(body + 4) != 0) {
                        throw CodecException.unsupported("JPEG-LS colour transform");
                    }
                }
                default -> {
                    boolean otherFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8;
                    if (otherFrame) {
                        throw CodecException.mismatch("a JPEG image that is not JPEG-LS");
                    }
                }
            }
        }

        private void header(int at) throws CodecException {
            if (frame != null) {
                throw CodecException.corrupt("a second frame header");
            }
            precision = bytes.u8(at);
            int count = bytes.u8(at + 5);
            if (precision < 2 || precision > 16) {
                throw CodecException.corrupt("JPEG-LS precision " + precision);
            }
            new CodeStreamHeader(bytes.u16(at + 1), bytes.u16(at + 3), count, precision).requireFits(format);
            CodecLimits.requirePlausible(bytes.length(), format);
            componentIds = new int[count];
            decoded = new boolean[count];
            for (int i = 0; i < count; i++) {
                componentIds[i] = bytes.u8(at + 6 + 3 * i);
                if (bytes.u8(at + 7 + 3 * i) != 0x11) {
                    throw CodecException.unsupported("JPEG-LS subsampling");
                }
            }
            frame = new FrameBuffer(format);
        }

        private void presets(int at, int end) throws CodecException {
            if (bytes.u8(at) != 1) {
                throw CodecException.unsupported("JPEG-LS mapping table");
            }
            if (end - at < 11) {
                throw CodecException.corrupt("JPEG-LS presets of " + (end - at) + " bytes");
            }
            presets = new int[5];
            for (int i = 0; i < presets.length; i++) {
                presets[i] = bytes.u16(at + 1 + 2 * i);
            }
        }

        /// Decodes the scan whose header lies at `at`; returns where the next marker stands.
        private int scan(int at, int end) throws CodecException {
            if (frame == null) {
                throw CodecException.corrupt("a scan before the frame header");
            }
            int count = bytes.u8(at);
            if (count < 1 || count > componentIds.length || end - at < 4 + 2 * count) {
                throw CodecException.corrupt("a scan of " + count + " components");
            }
            int[] components = new int[count];
            for (int i = 0; i < count; i++) {
                components[i] = componentOf(bytes.u8(at + 1 + 2 * i));
                if (bytes.u8(at + 2 + 2 * i) != 0) {
                    throw CodecException.unsupported("JPEG-LS mapping table");
                }
            }
            int near = bytes.u8(at + 1 + 2 * count);
            int interleave = bytes.u8(at + 2 + 2 * count);
            if ((bytes.u8(at + 3 + 2 * count) & 0xF) != 0) {
                throw CodecException.unsupported("JPEG-LS point transform");
            }
            if (interleave > 2 || interleave == 0 && count > 1) {
                throw CodecException.corrupt("JPEG-LS interleave mode " + interleave);
            }
            CodingParameters parameters = CodingParameters.of(precision, near, presets);
            ScanBits bits = new ScanBits(bytes.array(), end);
            boolean bySample = interleave == 2 && count > 1;
            new ScanDecoder(bits, parameters, format.columns(), components, bySample)
                    .decode(frame, format.rows(), restartLines);
            for (int component : components) {
                decoded[component] = true;
            }
            return bits.finish();
        }

        private int componentOf(int id) throws CodecException {
            for (int i = 0; i < componentIds.length; i++) {
                if (componentIds[i] == id && !decoded[i]) {
                    return i;
                }
            }
            throw CodecException.corrupt("a scan of an unknown component");
        }
    }
}
