package org.readingroom.viewer.codec.jpeg2000;

/// Contexts of the bit-plane coder, looked up by what is known around a sample.
///
/// One number tells of a column of four samples, a stripe high. Its bits 0 to 17 are the significance of the column
/// with
/// those beside it, from the row above to the row below the stripe, three a row from west to east. Bits 20 to 37 are
/// signs in the same order; from bit 40 on, three a row, follow what the passes remember of each sample. Shifted down
/// by
/// three times its row, the number shows a sample's surroundings always in the same places.
///
/// **Source:** ITU-T T.800 tables D.1, D.2 and D.3.
final class BlockContexts {
    /// The nine bits of a sample and its neighbours, and those of the neighbours alone.
    static final int SURROUNDINGS = 0x1FF;

    static final int NEIGHBOURS = 0x1EF;

    /// The sample itself; west and east of it.
    static final long SELF = 1L << 4;

    static final long WEST = 1L << 3;
    static final long EAST = 1L << 5;

    /// Which of four samples are significant, and everything significant around them.
    static final long SELVES = 0b10_010_010_010_000;

    static final long ANY = (1L << 18) - 1;

    /// How far the signs lie above the significance.
    static final int SIGNS = 20;

    static final long VISITED = 1L << 40;
    static final long REFINED = 1L << 41;

    /// How far [#VISITED] lies above [#SELF].
    static final int VISITED_ABOVE_SELF = 36;

    static final long ALL_VISITED = SELVES << VISITED_ABOVE_SELF;

    private static final int FIRST_SIGN_CONTEXT = 9;
    private static final int STRAIGHT = 0xAA;
    private static final int FLIP = 1 << 5;

    private static final byte[][] ZERO_CODING = new byte[4][SURROUNDINGS + 1];
    private static final byte[] SIGN_CODING = new byte[256];

    static {
        for (int around = 0; around <= SURROUNDINGS; around++) {
            int horizontal = Long.bitCount(around & (WEST | EAST));
            int vertical = Integer.bitCount(around & 0b010_000_010);
            int diagonal = Integer.bitCount(around & 0b101_000_101);
            ZERO_CODING[0][around] = (byte) along(horizontal, vertical, diagonal);
            ZERO_CODING[1][around] = (byte) along(vertical, horizontal, diagonal);
            ZERO_CODING[2][around] = ZERO_CODING[0][around];
            ZERO_CODING[3][around] = (byte) across(horizontal + vertical, diagonal);
        }
        for (int signs = 0; signs < SIGN_CODING.length; signs++) {
            int h = Integer.signum(contribution(signs, 3) + contribution(signs, 5));
            int v = Integer.signum(contribution(signs, 1) + contribution(signs, 7));
            boolean flips = h < 0 || h == 0 && v < 0;
            int vertically = flips ? -v : v;
            int context = FIRST_SIGN_CONTEXT + (h == 0 ? vertically : 3 + vertically);
            SIGN_CODING[signs] = (byte) (context | (flips ? FLIP : 0));
        }
    }

    private BlockContexts() {}

    /// Zero-coding contexts of a subband by the [#SURROUNDINGS] of a sample.
    static byte[] zeroCoding(int orientation) {
        return ZERO_CODING[orientation];
    }

    /// The sign context of a sample with such `surroundings`, with a flag for [#flip].
    static int sign(long surroundings) {
        return SIGN_CODING[(int) (surroundings & STRAIGHT | surroundings >>> SIGNS + 1 & STRAIGHT >> 1)];
    }

    static int signContext(int sign) {
        return sign & FLIP - 1;
    }

    /// Whether the decoded sign is the opposite: 0 or 1.
    static int flip(int sign) {
        return sign >> 5;
    }

    /// A neighbour's significance at `bit`, its sign one lower.
    private static int contribution(int signs, int bit) {
        if ((signs >> bit & 1) == 0) {
            return 0;
        }
        return (signs >> bit - 1 & 1) != 0 ? -1 : 1;
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
