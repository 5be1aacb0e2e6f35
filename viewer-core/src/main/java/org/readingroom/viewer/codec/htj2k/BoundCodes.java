package org.readingroom.viewer.codec.htj2k;

/// The code for the size bounds (u) of two neighbouring quads, whose parts lie interleaved.
///
/// Looked up by which of the two quads have a bound and the next six bits. An entry holds the bits both prefixes take
/// together (bits 0 to 2), those of the two suffixes (3 to 5 and 6 to 8), and what the prefixes stand for (9 to 12 and
/// 13 to 16).
///
/// **Source:** ITU-T T.814 clause 7.3.6, table 3.
final class BoundCodes {
    /// Bits that tell both prefixes.
    static final int WIDTH = 6;

    /// A suffix of this size or above is followed by an extension of four bits.
    static final int EXTENDED = 28;

    /// Both quads of the first two rows have a bound, and the run-length decoder says that both are above 2.
    static final int BOTH_LARGE = 4;

    /// For the first two rows of a block.
    static final int[] FIRST_ROWS = new int[5 << WIDTH];

    /// For all other rows.
    static final int[] OTHER_ROWS = new int[4 << WIDTH];

    static {
        for (int which = 0; which <= BOTH_LARGE; which++) {
            for (int bits = 0; bits < 1 << WIDTH; bits++) {
                FIRST_ROWS[which << WIDTH | bits] = entry(which, bits, which == 3);
                if (which < BOTH_LARGE) {
                    OTHER_ROWS[which << WIDTH | bits] = entry(which, bits, false);
                }
            }
        }
    }

    private BoundCodes() {}

    /// `isShort` when the second of two bounds is one bit if the first is above 2.
    private static int entry(int which, int bits, boolean isShort) {
        boolean both = which >= 3;
        int added = which == BOTH_LARGE ? 2 : 0;
        int first = both || which == 1 ? prefix(bits) : 0;
        int used = width(first);
        int second = both || which == 2 ? prefix(bits >> used) : 0;
        if (isShort && first > 2) {
            int single = (bits >> used & 1) + 1;
            return used + 1 | suffix(first) << 3 | first << 9 | single << 13;
        }
        used += width(second);
        return used
                | suffix(first) << 3
                | suffix(second) << 6
                | (first == 0 ? 0 : first + added) << 9
                | (second == 0 ? 0 : second + added) << 13;
    }

    private static int prefix(int bits) {
        return (bits & 1) != 0 ? 1 : (bits & 2) != 0 ? 2 : (bits & 4) != 0 ? 3 : 5;
    }

    private static int width(int prefix) {
        return Math.min(3, prefix);
    }

    private static int suffix(int prefix) {
        return prefix < 3 ? 0 : prefix == 3 ? 1 : 5;
    }
}
