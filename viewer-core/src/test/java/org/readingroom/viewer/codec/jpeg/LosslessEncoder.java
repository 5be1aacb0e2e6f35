package org.readingroom.viewer.codec.jpeg;

import java.io.ByteArrayOutputStream;

/// The plainest encoder of JPEG lossless: sixteen bits, one component, one code length for all sizes.
///
/// **Source:** ITU-T T.81 annex H, written from it and from nothing of the decoder.
final class LosslessEncoder {
    private static final int SIZES = 17;
    private static final int CODE_BITS = 5;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long held;
    private int count;

    private LosslessEncoder() {}

    /// `picture` by rows, in intervals of `lines` lines.
    static byte[] encoded(int[][] picture, int predictor, int lines) {
        LosslessEncoder encoder = new LosslessEncoder();
        encoder.headers(picture.length, picture[0].length, predictor, lines);
        for (int y = 0; y < picture.length; y++) {
            if (y > 0 && y % lines == 0) {
                encoder.flush();
                encoder.marker(0xD0 + (y / lines - 1) % 8);
            }
            for (int x = 0; x < picture[0].length; x++) {
                encoder.difference(picture[y][x] - predicted(picture, x, y, y % lines == 0, predictor));
            }
        }
        encoder.flush();
        encoder.marker(0xD9);
        return encoder.out.toByteArray();
    }

    private static int predicted(int[][] picture, int x, int y, boolean isFresh, int predictor) {
        if (isFresh) {
            return x == 0 ? 1 << 15 : picture[y][x - 1];
        }
        if (x == 0) {
            return picture[y - 1][0];
        }
        int a = picture[y][x - 1];
        int b = picture[y - 1][x];
        int c = picture[y - 1][x - 1];
        return switch (predictor) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + (b - c >> 1);
            case 6 -> b + (a - c >> 1);
            default -> a + b >> 1;
        };
    }

    private void headers(int rows, int columns, int predictor, int lines) {
        marker(0xD8);
        marker(0xC4);
        shorts(2 + 1 + 16 + SIZES);
        out.write(0);
        for (int length = 1; length <= 16; length++) {
            out.write(length == CODE_BITS ? SIZES : 0);
        }
        for (int size = 0; size < SIZES; size++) {
            out.write(size);
        }
        marker(0xDD);
        shorts(4);
        shorts(lines * columns);
        marker(0xC3);
        shorts(11);
        out.write(16);
        shorts(rows);
        shorts(columns);
        out.writeBytes(new byte[] {1, 1, 0x11, 0});
        marker(0xDA);
        shorts(8);
        out.writeBytes(new byte[] {1, 1, 0, (byte) predictor, 0, 0});
    }

    /// Table H.2: the size of the difference, then its bits; those of 32768 are none.
    private void difference(int whole) {
        int difference = (short) whole;
        int size = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
        bits(size, CODE_BITS);
        if (size > 0 && size < 16) {
            bits(difference < 0 ? difference - 1 & (1 << size) - 1 : difference, size);
        }
    }

    private void bits(int value, int width) {
        held = held << width | value;
        count += width;
        while (count >= 8) {
            count -= 8;
            int next = (int) (held >> count) & 0xFF;
            out.write(next);
            if (next == 0xFF) {
                out.write(0);
            }
        }
        held &= (1L << count) - 1;
    }

    private void flush() {
        if (count > 0) {
            bits((1 << 8 - count) - 1, 8 - count);
        }
    }

    private void marker(int code) {
        out.write(0xFF);
        out.write(code);
    }

    private void shorts(int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
