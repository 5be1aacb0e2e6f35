package org.readingroom.viewer.codec.jpeg2000;

import java.util.Arrays;

/// The adaptive binary arithmetic decoder, and the raw bits that bypass it.
///
/// Interval and code travel with the caller in one number, so that they stay in a register: 16 bits of interval, then
/// the
/// code, 16 bits and fraction bits which the bytes to come are read into ahead of need. The lowest bit is free and
/// carries the symbol out. Which symbol came and whether the interval must be widened is worked out without branches,
/// for noise cannot be predicted.
///
/// **Source:** ITU-T T.800 annex C, table C.2 for the states, table D.7 for the first ones.
final class MqDecoder {
    static final int CONTEXTS = 19;
    static final int RUN = 17;
    static final int UNIFORM = 18;

    private static final int[] QE = {
        0x5601, 0x3401, 0x1801, 0x0AC1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401, 0x1C01, 0x1601,
        0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1C01, 0x1801, 0x1601, 0x1401,
        0x1201, 0x1101, 0x0AC1, 0x09C1, 0x08A1, 0x0521, 0x0441, 0x02A1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025,
        0x0015, 0x0009, 0x0005, 0x0001, 0x5601
    };
    private static final int[] NEXT_LIKELY = {
        1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46
    };
    private static final int[] NEXT_UNLIKELY = {
        1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25, 26,
        27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46
    };

    /// Fraction bits of the code, above the symbol's.
    private static final int FRACTION = 32;

    private static final int INTERVAL = 48;
    private static final long CODE = (1L << INTERVAL) - 2;
    private static final int HALF = 0x8000;

    /// Highest byte that may follow 0xFF within a segment.
    private static final int LAST_STUFFED = 0x8F;

    /// State number is `2 * row of the table + more probable symbol`; a state has its probability in the upper 16 bits.
    private static final int STATES = 2 * QE.length;

    /// The states after the less and the more probable symbol, the former in the upper half.
    private static final long[] NEXT = new long[STATES];

    static {
        for (int row = 0; row < QE.length; row++) {
            boolean switches = row == 0 || row == 6 || row == 14;
            for (int symbol = 0; symbol < 2; symbol++) {
                long unlikely = state(NEXT_UNLIKELY[row], switches ? 1 - symbol : symbol);
                NEXT[2 * row + symbol] = unlikely << 32 | state(NEXT_LIKELY[row], symbol);
            }
        }
    }

    private final int[] states = new int[CONTEXTS];
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int last;

    /// Fraction bits of the code that bytes have been read into.
    private int filled;

    private int rawLeft;

    private static int state(int row, int symbol) {
        return QE[row] << 16 | 2 * row + symbol;
    }

    void resetContexts() {
        Arrays.fill(states, state(0, 0));
        states[0] = state(4, 0);
        states[RUN] = state(3, 0);
        states[UNIFORM] = state(46, 0);
    }

    /// Starts an arithmetic-coded segment and returns its interval and code.
    long start(byte[] source, int from, int to) {
        startRaw(source, from, to);
        // The first byte's highest bit comes second of the sixteen.
        filled = -15;
        return withBytes((long) HALF << INTERVAL);
    }

    /// Starts a segment of raw bits.
    void startRaw(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        last = 0;
        rawLeft = 0;
    }

    /// The next symbol in the lowest bit, above it the interval and code after it.
    long decode(long coded, int context) {
        int state = states[context];
        long probability = (long) state >>> 16;
        int number = state & 0xFF;
        long both = NEXT[number];
        long interval = (coded >>> INTERVAL) - probability;
        long code = (coded & CODE) - (probability << FRACTION);
        // Each -1 or 0. The smaller part of the interval belongs to the less probable symbol, whichever part it is.
        long below = code >> 63;
        long smaller = interval - probability >> 63;
        long unlikely = below ^ smaller;
        code += probability << FRACTION & below;
        interval += probability - interval & below;
        int widened = (int) (interval - HALF >> 63);
        states[context] = state ^ ((int) (both >>> (unlikely & 32)) ^ state) & widened;
        int shifts = Long.numberOfLeadingZeros(interval) - 48;
        filled -= shifts;
        long next = interval << INTERVAL + shifts | code << shifts;
        if (filled < 0) {
            next = withBytes(next);
        }
        return next | (number ^ (int) unlikely) & 1;
    }

    /// Adds bytes to `coded` while there is room: eight bits each, seven after 0xFF, whose highest is a carry into what
    /// came before. After the end all bits are ones.
    private long withBytes(long coded) {
        long filledCode = coded;
        while (filled < FRACTION - 8) {
            int next = at < end ? bytes[at] & 0xFF : 0xFF;
            if (last != 0xFF || next > LAST_STUFFED) {
                filled += 8;
                filledCode += (last == 0xFF ? 0xFFL : next) << FRACTION - filled;
                if (last == 0xFF) {
                    continue;
                }
            } else {
                filled += 7;
                filledCode += (long) next << FRACTION - filled;
            }
            last = next;
            at++;
        }
        return filledCode;
    }

    /// The next raw bit in the lowest bit of `coded`; a byte after 0xFF has seven.
    long decodeRaw(long coded) {
        if (rawLeft == 0) {
            rawLeft = last == 0xFF ? 7 : 8;
            last = at < end ? bytes[at] & 0xFF : 0xFF;
            at++;
        }
        rawLeft--;
        return coded & -2 | last >> rawLeft & 1;
    }
}
