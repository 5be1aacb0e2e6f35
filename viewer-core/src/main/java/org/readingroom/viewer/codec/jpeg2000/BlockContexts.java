package org.readingroom.viewer.codec.jpeg2000;

/// Contexts of the bit-plane coder, looked up by the flags of a sample's neighbours.
///
/// Flags of a sample: which neighbours are significant (bits 0 to 7), signs of the four beside it (bits 8 to 11), its
/// own state (bits 12 to 14).
///
/// **Source:** ITU-T T.800 tables D.1, D.2 and D.3.
final class BlockContexts {
    static final int NORTH = 1;
    static final int SOUTH = 2;
    static final int EAST = 4;
    static final int WEST = 8;
    static final int NORTH_EAST = 16;
    static final int NORTH_WEST = 32;
    static final int SOUTH_EAST = 64;
    static final int SOUTH_WEST = 128;
    static final int NEIGHBOURS = 255;

    /// Sign flags lie this far above the flags of the same neighbours.
    static final int SIGN_SHIFT = 8;

    static final int SIGNIFICANT = 1 << 12;
    static final int VISITED = 1 << 13;
    static final int REFINED = 1 << 14;

    private static final int FIRST_SIGN_CONTEXT = 9;

    private static final byte[][] ZERO_CODING = new byte[4][256];
    private static final byte[] SIGN_CODING = new byte[256];
    private static final byte[] SIGN_FLIPS = new byte[256];

    static {
        for (int flags = 0; flags < 256; flags++) {
            int horizontal = Integer.bitCount(flags & (EAST | WEST));
            int vertical = Integer.bitCount(flags & (NORTH | SOUTH));
            int diagonal = Integer.bitCount(flags & 0xF0);
            ZERO_CODING[0][flags] = (byte) along(horizontal, vertical, diagonal);
            ZERO_CODING[1][flags] = (byte) along(vertical, horizontal, diagonal);
            ZERO_CODING[2][flags] = ZERO_CODING[0][flags];
            ZERO_CODING[3][flags] = (byte) across(horizontal + vertical, diagonal);
            int h = Integer.signum(contribution(flags, EAST) + contribution(flags, WEST));
            int v = Integer.signum(contribution(flags, NORTH) + contribution(flags, SOUTH));
            boolean flips = h < 0 || h == 0 && v < 0;
            SIGN_FLIPS[flags] = (byte) (flips ? 1 : 0);
            int vertically = flips ? -v : v;
            SIGN_CODING[flags] = (byte) (FIRST_SIGN_CONTEXT + (h == 0 ? vertically : 3 + vertically));
        }
    }

    private BlockContexts() {}

    /// Zero-coding contexts of a subband by the significance of the eight neighbours.
    static byte[] zeroCoding(int orientation) {
        return ZERO_CODING[orientation];
    }

    /// Index into the sign tables: the four neighbours beside the sample, their signs above them.
    static int signIndex(int flags) {
        return flags & 0xF | flags >> 4 & 0xF0;
    }

    static int signContext(int signIndex) {
        return SIGN_CODING[signIndex];
    }

    static int signFlip(int signIndex) {
        return SIGN_FLIPS[signIndex];
    }

    private static int contribution(int index, int neighbour) {
        if ((index & neighbour) == 0) {
            return 0;
        }
        return (index & neighbour << 4) != 0 ? -1 : 1;
    }

    /// LL and LH by horizontal neighbours first, HL with the two turned round.
    private static int along(int first, int second, int diagonal) {
        if (first == 2) {
            return 8;
        }
        if (first == 1) {
            return second >= 1 ? 7 : diagonal >= 1 ? 6 : 5;
        }
        return second == 2 ? 4 : second == 1 ? 3 : Math.min(2, diagonal);
    }

    private static int across(int straight, int diagonal) {
        if (diagonal >= 3) {
            return 8;
        }
        if (diagonal == 2) {
            return straight >= 1 ? 7 : 6;
        }
        return (diagonal == 1 ? 3 : 0) + Math.min(2, straight);
    }
}
