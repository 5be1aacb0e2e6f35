package org.readingroom.viewer.codec.jpeg2000;

import java.util.Arrays;

/// The adaptive binary arithmetic decoder, and the raw bits that bypass it.
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

    /// State number is `2 * row of the table + more probable symbol`.
    private static final int STATES = 2 * QE.length;

    private static final int[] LIKELY = new int[STATES];
    private static final int[] UNLIKELY = new int[STATES];
    private static final int[] PROBABILITY = new int[STATES];

    static {
        for (int row = 0; row < QE.length; row++) {
            boolean switches = row == 0 || row == 6 || row == 14;
            for (int symbol = 0; symbol < 2; symbol++) {
                int state = 2 * row + symbol;
                PROBABILITY[state] = QE[row];
                LIKELY[state] = 2 * NEXT_LIKELY[row] + symbol;
                UNLIKELY[state] = 2 * NEXT_UNLIKELY[row] + (switches ? 1 - symbol : symbol);
            }
        }
    }

    private final int[] states = new int[CONTEXTS];
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int interval;
    private int code;
    private int shiftsLeft;
    private int rawByte;
    private int rawLeft;

    void resetContexts() {
        Arrays.fill(states, 0);
        states[0] = 2 * 4;
        states[RUN] = 2 * 3;
        states[UNIFORM] = 2 * 46;
    }

    /// Starts an arithmetic-coded segment.
    void start(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        code = byteAt(at) << 16;
        readByte();
        code <<= 7;
        shiftsLeft -= 7;
        interval = 0x8000;
    }

    /// Starts a segment of raw bits.
    void startRaw(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        rawByte = 0;
        rawLeft = 0;
    }

    int decode(int context) {
        int state = states[context];
        int probability = PROBABILITY[state];
        int narrowed = interval - probability;
        if (code >>> 16 >= probability) {
            code -= probability << 16;
            if ((narrowed & 0x8000) != 0) {
                interval = narrowed;
                return state & 1;
            }
            return renormalised(context, state, narrowed, narrowed >= probability);
        }
        return renormalised(context, state, probability, narrowed < probability);
    }

    /// Moves to the state after the more or less probable symbol, then reads bits until the interval is wide again.
    private int renormalised(int context, int state, int width, boolean isLikely) {
        states[context] = isLikely ? LIKELY[state] : UNLIKELY[state];
        int shifts = Integer.numberOfLeadingZeros(width) - 16;
        interval = width << shifts;
        while (shifts >= shiftsLeft) {
            code <<= shiftsLeft;
            shifts -= shiftsLeft;
            readByte();
        }
        code <<= shifts;
        shiftsLeft -= shifts;
        return isLikely ? state & 1 : 1 - (state & 1);
    }

    int decodeRaw() {
        if (rawLeft == 0) {
            rawLeft = rawByte == 0xFF ? 7 : 8;
            rawByte = byteAt(at++);
        }
        rawLeft--;
        return rawByte >> rawLeft & 1;
    }

    private void readByte() {
        if (byteAt(at) == 0xFF) {
            int next = byteAt(at + 1);
            if (next > 0x8F) {
                code += 0xFF00;
                shiftsLeft = 8;
            } else {
                at++;
                code += next << 9;
                shiftsLeft = 7;
            }
        } else {
            at++;
            code += byteAt(at) << 8;
            shiftsLeft = 8;
        }
    }

    /// Past the end of a segment all bits are ones.
    private int byteAt(int index) {
        return index < end ? bytes[index] & 0xFF : 0xFF;
    }
}
