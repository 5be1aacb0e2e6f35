package org.readingroom.viewer.codec.rle;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.FrameDecoder;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// Decodes RLE Lossless: a header of segment offsets, then one PackBits segment for each byte of a sample, the
/// highest byte of the first sample first.
///
/// **Source:** DICOM PS3.5 annex G.
// [impl->req~codec.honest~1]
public final class RleDecoder implements FrameDecoder {
    private static final int HEADER_BYTES = 64;
    private static final int MOST_SEGMENTS = 15;
    private static final byte NO_OPERATION = -128;

    // [impl->req~codec.rle~1]
    @Override
    public StoredPixels decode(byte[] encoded, PixelFormat format) throws CodecException {
        if (encoded.length < HEADER_BYTES) {
            throw CodecException.truncated("an RLE frame of " + encoded.length + " bytes has no header");
        }
        int sampleBytes = Math.max(1, format.bitsAllocated() / 8);
        int expected = format.samplesPerPixel() * sampleBytes;
        int segments = header(encoded, 0);
        if (segments < 1 || segments > MOST_SEGMENTS) {
            throw CodecException.corrupt("an RLE header of " + segments + " segments");
        }
        if (segments != expected || format.bitsAllocated() == 12) {
            throw CodecException.mismatch(segments + " RLE segments where the header needs " + expected);
        }
        CodecLimits.requirePlausible(encoded.length, format);
        byte[] decoded = new byte[(int) format.frameBytes()];
        int segmentBytes = decoded.length / segments;
        for (int segment = 0; segment < segments; segment++) {
            CodecLimits.stopIfInterrupted();
            int sample = segment / sampleBytes;
            int first = sample * sampleBytes + sampleBytes - 1 - segment % sampleBytes;
            int start = header(encoded, segment + 1);
            int end = segment + 1 < segments ? header(encoded, segment + 2) : encoded.length;
            if (start < HEADER_BYTES || start > encoded.length) {
                throw CodecException.corrupt("RLE segment " + segment + " starts at " + start);
            }
            if (end < start || end > encoded.length) {
                throw CodecException.corrupt("RLE segment " + segment + " ends at " + end);
            }
            unpack(encoded, start, end, decoded, first, expected, segmentBytes);
        }
        return new StoredPixels(format.interleavedAs(format.photometricInterpretation()), decoded);
    }

    private static int header(byte[] encoded, int index) {
        int at = 4 * index;
        return encoded[at] & 0xFF
                | (encoded[at + 1] & 0xFF) << 8
                | (encoded[at + 2] & 0xFF) << 16
                | (encoded[at + 3] & 0xFF) << 24;
    }

    /// Fills every `stride`-th byte of `target` from `first` on, `count` of them.
    ///
    /// **Errors:** [CodecException] when the segment ends before, or goes on after, the last of them: some byte on
    /// the way was then not the encoder's. Encoders that fill up to an even number of bytes are let pass.
    private static void unpack(byte[] source, int start, int end, byte[] target, int first, int stride, int count)
            throws CodecException {
        int at = start;
        int to = first;
        int left = count;
        while (left > 0) {
            if (at + 1 >= end) {
                throw CodecException.truncated("an RLE segment lacks " + left + " of " + count + " bytes");
            }
            int control = source[at++];
            if (control >= 0) {
                int run = Math.min(control + 1, left);
                if (run > end - at) {
                    throw CodecException.truncated("an RLE literal run passes the end of its segment");
                }
                requireFits(control + 1, left);
                if (stride == 1) {
                    System.arraycopy(source, at, target, to, run);
                    to += run;
                } else {
                    for (int i = 0; i < run; i++, to += stride) {
                        target[to] = source[at + i];
                    }
                }
                at += control + 1;
                left -= run;
            } else if (control > -128) {
                int run = Math.min(1 - control, left);
                requireFits(1 - control, left);
                byte value = source[at++];
                if (stride == 1) {
                    Arrays.fill(target, to, to + run, value);
                    to += run;
                } else {
                    for (int i = 0; i < run; i++, to += stride) {
                        target[to] = value;
                    }
                }
                left -= run;
            }
        }
        requireOnlyPadding(source, at, end);
    }

    private static void requireFits(int run, int left) throws CodecException {
        if (run > left + 1) {
            throw CodecException.corrupt("an RLE run of " + run + " bytes where " + left + " are missing");
        }
    }

    private static void requireOnlyPadding(byte[] source, int from, int end) throws CodecException {
        for (int at = from + 1; at < end; at++) {
            if (source[at] != 0 && source[at] != NO_OPERATION) {
                throw CodecException.corrupt("an RLE segment goes on after its last byte");
            }
        }
    }
}
