package org.readingroom.viewer.phantom;

import java.util.SplittableRandom;

/// Grain that looks like a scanner's and is the same on every run.
///
/// A tile of normally distributed values, slightly blurred and brought back to standard deviation one; each
/// slice looks at it from another corner.
final class Noise {
    private static final int SIZE = 512;
    private static final int MASK = SIZE - 1;
    private static final Noise TILE = new Noise();

    private final float[] values = new float[SIZE * SIZE];

    private Noise() {
        SplittableRandom random = new SplittableRandom(20260115);
        float[] white = new float[SIZE * SIZE];
        for (int i = 0; i < white.length; i++) {
            white[i] = (float) random.nextGaussian();
        }
        double squares = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                float value = 4 * at(white, x, y)
                        + 2 * (at(white, x - 1, y) + at(white, x + 1, y) + at(white, x, y - 1) + at(white, x, y + 1))
                        + at(white, x - 1, y - 1)
                        + at(white, x + 1, y + 1)
                        + at(white, x - 1, y + 1)
                        + at(white, x + 1, y - 1);
                values[y * SIZE + x] = value;
                squares += value * value;
            }
        }
        float scale = (float) (1 / Math.sqrt(squares / values.length));
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
    }

    private static float at(float[] white, int x, int y) {
        return white[(y & MASK) * SIZE + (x & MASK)];
    }

    /// One value of the tile, which goes on in all directions.
    static double value(int x, int y) {
        return TILE.values[(y & MASK) * SIZE + (x & MASK)];
    }

    /// Adds grain of standard deviation `sigma` to every value of a slice.
    static void add(float[] values, int columns, int slice, double sigma) {
        if (sigma == 0) {
            return;
        }
        int shiftX = slice * 173;
        int shiftY = slice * 311;
        for (int i = 0; i < values.length; i++) {
            int x = i % columns + shiftX & MASK;
            int y = i / columns + shiftY & MASK;
            values[i] += (float) sigma * TILE.values[y * SIZE + x];
        }
    }
}
