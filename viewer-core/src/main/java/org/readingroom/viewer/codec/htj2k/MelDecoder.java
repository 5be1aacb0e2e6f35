package org.readingroom.viewer.codec.htj2k;

/// The adaptive run-length decoder that tells which quads without significant neighbours are empty.
///
/// **Source:** ITU-T T.814 clauses 7.1.2 and 7.3.3, table 2.
final class MelDecoder {
    private static final int[] EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private byte[] bytes = new byte[0];
    private int at;
    private int last;
    private int held;
    private int bits;
    private int state;
    private int zeros;
    private boolean oneFollows;

    /// Starts at byte `from` of a cleanup segment that ends before `to`, whose last twelve bits count as ones.
    void start(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        last = to - 1;
        held = 0;
        bits = 0;
        state = 0;
        zeros = 0;
        oneFollows = false;
    }

    boolean next() {
        while (zeros == 0 && !oneFollows) {
            nextRun();
        }
        if (zeros > 0) {
            zeros--;
            return false;
        }
        oneFollows = false;
        return true;
    }

    private void nextRun() {
        int exponent = EXPONENTS[state];
        if (bit() == 1) {
            zeros = 1 << exponent;
            state = Math.min(EXPONENTS.length - 1, state + 1);
            return;
        }
        for (int i = 0; i < exponent; i++) {
            zeros = zeros << 1 | bit();
        }
        state = Math.max(0, state - 1);
        oneFollows = true;
    }

    private int bit() {
        if (bits == 0) {
            bits = held == 0xFF ? 7 : 8;
            held = at >= last ? 0xFF : at == last - 1 ? bytes[at] & 0xFF | 0x0F : bytes[at] & 0xFF;
            at++;
        }
        bits--;
        return held >> bits & 1;
    }
}
