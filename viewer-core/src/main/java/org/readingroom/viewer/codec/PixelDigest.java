package org.readingroom.viewer.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over the decoded stored values of all frames of a file.
///
/// **Order:** frame after frame, little endian, samples interleaved, no window and no rescale; one-bit frames
/// follow each other without a gap, and only the last byte of all is filled up.
public final class PixelDigest {
    private PixelDigest() {}

    /// The digest as 64 lower-case hexadecimal digits.
    ///
    /// **Errors:** [CodecException] of the first frame that cannot be decoded.
    public static String sha256(FrameReader reader) throws CodecException {
        MessageDigest digest = sha256();
        boolean packed = reader.format().bitsAllocated() == 1
                && (reader.format().pixels() * (long) reader.format().samplesPerPixel()) % 8 != 0;
        BitJoiner joiner = new BitJoiner(digest);
        for (int i = 0; i < reader.frames(); i++) {
            StoredPixels pixels = reader.frame(i);
            if (packed) {
                joiner.add(
                        pixels.bytes(),
                        pixels.format().pixels() * pixels.format().samplesPerPixel());
            } else {
                digest.update(pixels.bytes());
            }
        }
        joiner.finish();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Feeds runs of bits that do not end at bytes into a digest as one run.
    private static final class BitJoiner {
        private final MessageDigest digest;
        private int held;
        private int heldBits;

        BitJoiner(MessageDigest digest) {
            this.digest = digest;
        }

        void add(byte[] bytes, int bits) {
            for (int i = 0; i < bits; i++) {
                held |= (bytes[i >> 3] >> (i & 7) & 1) << heldBits;
                if (++heldBits == 8) {
                    finish();
                }
            }
        }

        void finish() {
            if (heldBits > 0) {
                digest.update((byte) held);
                held = 0;
                heldBits = 0;
            }
        }
    }
}
