package org.readingroom.viewer.codec.jpeg;

/// Turns a line of differences into samples, in place; everything is modulo 65536.
///
/// **Source:** ITU-T T.81 annex H.1.2.1; `selection` is 1 to 7.
record Predictor(int selection, int origin) {
    private static final int MODULUS = 0xFFFF;

    /// The first line of a scan or after a restart: each sample from the one to its left.
    void firstLine(int[] line) {
        fromLeft(line, origin);
    }

    /// Any other line; `up` is the line above.
    void line(int[] line, int[] up) {
        switch (selection) {
            case 1 -> fromLeft(line, up[0]);
            case 2 -> {
                for (int x = 0; x < line.length; x++) {
                    line[x] = line[x] + up[x] & MODULUS;
                }
            }
            case 3 -> {
                line[0] = line[0] + up[0] & MODULUS;
                for (int x = 1; x < line.length; x++) {
                    line[x] = line[x] + up[x - 1] & MODULUS;
                }
            }
            default -> fromThree(line, up);
        }
    }

    private static void fromLeft(int[] line, int before) {
        int last = before;
        for (int x = 0; x < line.length; x++) {
            last = last + line[x] & MODULUS;
            line[x] = last;
        }
    }

    private void fromThree(int[] line, int[] up) {
        int a = line[0] + up[0] & MODULUS;
        line[0] = a;
        for (int x = 1; x < line.length; x++) {
            int b = up[x];
            int c = up[x - 1];
            int predicted = switch (selection) {
                case 4 -> a + b - c;
                case 5 -> a + ((b - c) >> 1);
                case 6 -> b + ((a - c) >> 1);
                default -> (a + b) >> 1;
            };
            a = line[x] + predicted & MODULUS;
            line[x] = a;
        }
    }
}
