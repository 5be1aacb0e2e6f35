package org.readingroom.viewer.greyscale;

import java.util.Arrays;

/// A picture to judge a monitor by eye, of any size: greys from black to white with faint corners, squares of 5 % and
/// 95 %,
/// ramps, letters of falling contrast, line pairs, a grid and a frame.
///
/// **What to see:** both small squares in the 0/5 % and 95/100 % fields; the corners in each of the sixteen greys;
/// ramps
/// without steps; as many letters on dark as on light; single lines apart in every corner; the whole frame.
///
/// **Range:** greys are P-values 0 to 255.
/// **Source:** drawn after the layout of TG18-QC, AAPM On-Line Report 03 (doi:10.37206/85), section 3.2; not a copy of
/// it.
// [impl->req~view.test-pattern~1]
public final class TestPattern {
    private static final int BACKGROUND = 64;
    private static final int LINE = 128;
    private static final int PATCHES = 16;
    private static final String WORDS = "QUALITY CONTROL";

    /// chosen: below this the elements run into each other.
    public static final int SMALLEST_SIDE = 256;

    private final int width;
    private final int height;
    private final byte[] greys;

    private TestPattern(int width, int height) {
        this.width = width;
        this.height = height;
        this.greys = new byte[Math.multiplyExact(width, height)];
    }

    /// The pattern as one byte a pixel, row-major.
    ///
    /// **Errors:** [IllegalArgumentException] when a side is below [#SMALLEST_SIDE].
    public static byte[] greys(int width, int height) {
        if (width < SMALLEST_SIDE || height < SMALLEST_SIDE) {
            throw new IllegalArgumentException("test pattern of " + width + " x " + height);
        }
        TestPattern pattern = new TestPattern(width, height);
        pattern.draw();
        return pattern.greys;
    }

    /// The pattern as opaque 0xAARRGGBB, through the table of a monitor.
    public static int[] argb(int width, int height, DisplayCalibration calibration) {
        byte[] greys = greys(width, height);
        int[] argb = new int[greys.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | calibration.drivingLevel(greys[i] & 0xFF) * 0x010101;
        }
        return argb;
    }

    /// The pattern as opaque 0xAARRGGBB, as the monitor is.
    public static int[] argb(int width, int height) {
        byte[] greys = greys(width, height);
        int[] argb = new int[greys.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (greys[i] & 0xFF) * 0x010101;
        }
        return argb;
    }

    private void draw() {
        Arrays.fill(greys, (byte) BACKGROUND);
        grid();
        int unit = Math.min(width, height) / 16;
        int left = (width - 8 * unit) / 2;
        int top = height / 2 - 3 * unit;
        patches(left, top, unit);
        squares(left - 3 * unit / 2, top + unit, unit, 0, 13);
        squares(left + 8 * unit + unit / 2, top + unit, unit, 255, 242);
        ramps(unit);
        letters(unit);
        linePairs(unit);
        frame();
    }

    private void grid() {
        int step = Math.max(16, Math.min(width, height) / 16);
        for (int x = width / 2 % step; x < width; x += step) {
            fill(x, 0, 1, height, LINE);
        }
        for (int y = height / 2 % step; y < height; y += step) {
            fill(0, y, width, 1, LINE);
        }
    }

    /// Sixteen greys, in each a brighter corner above and a darker one below, 4 levels from it.
    private void patches(int left, int top, int unit) {
        for (int i = 0; i < PATCHES; i++) {
            int grey = 8 + 16 * i;
            int x = left + i % 8 * unit;
            int y = top + i / 8 * 3 * unit;
            fill(x, y, unit, unit, grey);
            int corner = Math.max(2, unit / 5);
            fill(x, y, corner, corner, grey + 4);
            fill(x + unit - corner, y, corner, corner, grey + 4);
            fill(x, y + unit - corner, corner, corner, grey - 4);
            fill(x + unit - corner, y + unit - corner, corner, corner, grey - 4);
        }
        fill(left + 3 * unit, top + unit + unit / 2, 2 * unit, unit, LINE);
    }

    /// Black with a square of 5 %, or white with one of 95 %.
    private void squares(int left, int top, int unit, int outer, int inner) {
        fill(left, top, unit, unit, outer);
        fill(left + unit / 4, top + unit / 4, unit / 2, unit / 2, inner);
    }

    /// From black to white, up on the left and down on the right.
    private void ramps(int unit) {
        int length = height - 4 * unit;
        for (int y = 0; y < length; y++) {
            int grey = 255 * y / (length - 1);
            fill(unit / 2, 2 * unit + length - 1 - y, unit, 1, grey);
            fill(width - unit / 2 - unit, 2 * unit + y, unit, 1, grey);
        }
    }

    /// The words three times, on dark, middle and light; each letter one level fainter than the one before.
    private void letters(int unit) {
        int dot = Math.max(1, unit * 12 / (WORDS.length() * (PatternLetters.WIDTH + 1)));
        int wide = WORDS.length() * (PatternLetters.WIDTH + 1) * dot + 2 * dot;
        int high = (PatternLetters.HEIGHT + 2) * dot;
        int[] grounds = {0, 120, 240};
        for (int field = 0; field < grounds.length; field++) {
            int left = (width - wide) / 2;
            int top = height - 11 * unit / 2 + field * (high + dot);
            fill(left, top, wide, high, grounds[field]);
            for (int i = 0; i < WORDS.length(); i++) {
                letter(
                        WORDS.charAt(i),
                        left + dot + i * (PatternLetters.WIDTH + 1) * dot,
                        top + dot,
                        dot,
                        grounds[field] + WORDS.length() - i);
            }
        }
    }

    private void letter(char letter, int left, int top, int dot, int grey) {
        for (int row = 0; row < PatternLetters.HEIGHT; row++) {
            for (int column = 0; column < PatternLetters.WIDTH; column++) {
                if (PatternLetters.isSet(letter, column, row)) {
                    fill(left + column * dot, top + row * dot, dot, dot, grey);
                }
            }
        }
    }

    /// Lines one and two pixels wide, upright and level, in the corners and in the middle.
    private void linePairs(int unit) {
        int far = 2 * unit;
        for (int[] place : new int[][] {
            {far, far / 4},
            {width - far - unit, far / 4},
            {far, height - far / 4 - unit},
            {width - far - unit, height - far / 4 - unit},
            {(width - unit) / 2, height / 2 - 3 * unit / 2 + unit / 4}
        }) {
            for (int y = 0; y < unit; y++) {
                for (int x = 0; x < unit; x++) {
                    int line = y < unit / 2 ? x : y;
                    boolean isFine = x < unit / 2;
                    set(place[0] + x, place[1] + y, (isFine ? line : line / 2) % 2 == 0 ? 0 : 255);
                }
            }
        }
    }

    private void frame() {
        fill(0, 0, width, 1, 255);
        fill(0, height - 1, width, 1, 255);
        fill(0, 0, 1, height, 255);
        fill(width - 1, 0, 1, height, 255);
    }

    private void fill(int left, int top, int wide, int high, int grey) {
        for (int y = top; y < top + high; y++) {
            for (int x = left; x < left + wide; x++) {
                set(x, y, grey);
            }
        }
    }

    private void set(int x, int y, int grey) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            greys[y * width + x] = (byte) grey;
        }
    }
}
