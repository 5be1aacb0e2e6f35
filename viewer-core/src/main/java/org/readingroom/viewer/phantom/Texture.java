package org.readingroom.viewer.phantom;

/// Smooth chance over a plane, the same on every run: clouds for tissue, speckle for ultrasound.
final class Texture {
    private Texture() {}

    /// About -2 to 2, with features of size one.
    static double smooth(double x, double y, int layer) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double tx = x - column;
        double ty = y - row;
        double sx = tx * tx * (3 - 2 * tx);
        double sy = ty * ty * (3 - 2 * ty);
        // Every third value: neighbours of the tile are blurred into each other.
        double top = Blend.mix(at(column, row, layer), at(column + 1, row, layer), sx);
        double bottom = Blend.mix(at(column, row + 1, layer), at(column + 1, row + 1, layer), sx);
        return Blend.mix(top, bottom, sy);
    }

    private static double at(int column, int row, int layer) {
        return Noise.value(3 * column + 97 * layer, 3 * row + 31 * layer);
    }

    /// Features of size one and of halves of it, each half as strong.
    static double cloud(double x, double y, int layer, int octaves) {
        double sum = 0;
        double weight = 1;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * smooth(x * scale, y * scale, layer + octave);
            weight *= 0.5;
            scale *= 2;
        }
        return sum;
    }

    /// The length of a random phasor, one on average: what scatterers smaller than the wave leave of themselves.
    static double speckle(double x, double y, int layer) {
        return Math.hypot(smooth(x, y, layer), smooth(x, y, layer + 50)) * 1.1;
    }
}
