package org.readingroom.viewer.codec;

import org.readingroom.viewer.dicom.Vr;

/// How the bits of one uncompressed frame lie, and how they become [StoredPixels].
///
/// **Source:** DICOM PS3.5 section 8.1.1 and 8.2, PS3.3 sections C.7.6.3.1.2 and C.7.6.3.1.3.
public final class NativeLayout {
    private final PixelFormat format;
    private final boolean chromaHalved;

    public NativeLayout(PixelFormat format) {
        this(format, isChromaHalved(format));
    }

    private NativeLayout(PixelFormat format, boolean chromaHalved) {
        this.format = format;
        this.chromaHalved = chromaHalved;
    }

    /// The same pixels with a chrominance pair each, whatever their name says.
    NativeLayout withWholeChroma() {
        String photometric = format.photometricInterpretation();
        return chromaHalved ? new NativeLayout(format.named(photometric.replace("_422", "")), false) : this;
    }

    private static boolean isChromaHalved(PixelFormat format) {
        String photometric = format.photometricInterpretation();
        return format.samplesPerPixel() == 3
                && format.bitsAllocated() == 8
                && (photometric.equals("YBR_FULL_422") || photometric.equals("YBR_PARTIAL_422"));
    }

    /// Bits one frame takes in the file, without a gap to the next.
    long encodedBits() {
        long pixels = (long) format.rows() * format.columns();
        return chromaHalved
                ? format.rows() * ((format.columns() + 1L) / 2) * 32
                : pixels * format.samplesPerPixel() * format.bitsAllocated();
    }

    /// Bytes one frame takes when decoded.
    long decodedBytes() {
        return decodedFormat().frameBytes();
    }

    /// The bytes of a group that big endian files turn around.
    ///
    /// Eight-bit pixels in OW lie in turned words. Wider ones are turned as wholes, as files of 32-bit pixels
    /// are found to be, though section 7.3 reads as if only words were.
    int swapUnit(Vr vr) {
        if (format.bitsAllocated() > 16) {
            return format.bitsAllocated() / 8;
        }
        return format.bitsAllocated() > 8 || vr == Vr.OW ? 2 : 1;
    }

    private PixelFormat decodedFormat() {
        PixelFormat decoded = format.interleavedAs(
                chromaHalved
                        ? format.photometricInterpretation().replace("_422", "")
                        : format.photometricInterpretation());
        return format.bitsAllocated() == 12 ? decoded.allocating(16) : decoded;
    }

    /// Decodes the frame that starts `firstBit` bits into the little-endian `bytes`.
    ///
    /// **Errors:** [CodecException] when `bytes` end too early.
    public StoredPixels decode(byte[] bytes, long firstBit) throws CodecException {
        if (8L * bytes.length < firstBit + encodedBits()) {
            throw CodecException.truncated(bytes.length + " bytes for " + encodedBits() + " bits of pixels");
        }
        byte[] decoded;
        if (format.bitsAllocated() == 1) {
            decoded = bits(bytes, firstBit);
        } else if (format.bitsAllocated() == 12) {
            decoded = twelves(bytes, firstBit);
        } else {
            int offset = (int) (firstBit / 8);
            int length = (int) (encodedBits() / 8);
            byte[] own = offset == 0 && bytes.length == length
                    ? bytes
                    : java.util.Arrays.copyOfRange(bytes, offset, offset + length);
            decoded = chromaHalved ? chromaDoubled(own) : interleaved(own);
        }
        return new StoredPixels(decodedFormat(), decoded);
    }

    private byte[] bits(byte[] bytes, long firstBit) {
        int count = (int) encodedBits();
        byte[] decoded = new byte[(count + 7) / 8];
        int shift = (int) (firstBit & 7);
        int from = (int) (firstBit >> 3);
        for (int i = 0; i < decoded.length; i++) {
            int low = (bytes[from + i] & 0xFF) >> shift;
            int high = shift > 0 && from + i + 1 < bytes.length ? (bytes[from + i + 1] & 0xFF) << (8 - shift) : 0;
            decoded[i] = (byte) (low | high);
        }
        if ((count & 7) != 0) {
            decoded[decoded.length - 1] &= (byte) ((1 << (count & 7)) - 1);
        }
        return decoded;
    }

    /// Twelve allocated bits: two pixels in three bytes, the first in the lower bits.
    private byte[] twelves(byte[] bytes, long firstBit) {
        int count = format.pixels() * format.samplesPerPixel();
        byte[] decoded = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            long bit = firstBit + 12L * i;
            int at = (int) (bit >> 3);
            int pair = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
            int value = pair >> (bit & 7) & 0xFFF;
            decoded[2 * i] = (byte) value;
            decoded[2 * i + 1] = (byte) (value >> 8);
        }
        return decoded;
    }

    /// Two luminances share the chrominances that follow them; both pixels get them.
    private byte[] chromaDoubled(byte[] bytes) {
        int rows = format.rows();
        int columns = format.columns();
        byte[] decoded = new byte[3 * rows * columns];
        int from = 0;
        int to = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x += 2, from += 4) {
                for (int k = 0; k < 2 && x + k < columns; k++) {
                    decoded[to++] = bytes[from + k];
                    decoded[to++] = bytes[from + 2];
                    decoded[to++] = bytes[from + 3];
                }
            }
        }
        return decoded;
    }

    private byte[] interleaved(byte[] bytes) {
        int samples = format.samplesPerPixel();
        if (samples == 1 || format.planarConfiguration() == 0) {
            return bytes;
        }
        return Interleaving.ofPlanes(bytes, samples, format.bitsAllocated() / 8);
    }
}
