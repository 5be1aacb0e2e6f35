package org.readingroom.viewer.render;

import java.util.stream.IntStream;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// The least and greatest modality value in every cube of a volume, for rays to leap over what cannot be seen.
///
/// Cube (a, b, c) answers for positions from `SIDE·a - 1` up to `SIDE·(a + 1)` along each axis, so that the
/// interpolation between two cubes is held by both.
final class Bricks {
    static final int SHIFT = 3;
    static final int SIDE = 1 << SHIFT;

    final int across;
    final int down;
    final int deep;
    private final float[] least;
    private final float[] most;

    Bricks(Volume volume) {
        across = (volume.columns() + SIDE - 1) >> SHIFT;
        down = (volume.rows() + SIDE - 1) >> SHIFT;
        deep = (volume.depth() + SIDE - 1) >> SHIFT;
        least = new float[across * down * deep];
        most = new float[least.length];
        IntStream.range(0, deep).parallel().forEach(c -> layer(volume, c));
    }

    private void layer(Volume volume, int c) {
        int start = c * across * down;
        java.util.Arrays.fill(least, start, start + across * down, Float.POSITIVE_INFINITY);
        java.util.Arrays.fill(most, start, start + across * down, Float.NEGATIVE_INFINITY);
        int last = Math.min(volume.depth() - 1, (c + 1) * SIDE);
        for (int k = Math.max(0, c * SIDE - 1); k <= last; k++) {
            GreySlice slice = (GreySlice) volume.slices().get(k);
            for (int b = 0; b < down; b++) {
                int lastRow = Math.min(volume.rows() - 1, (b + 1) * SIDE);
                for (int a = 0; a < across; a++) {
                    int lastColumn = Math.min(volume.columns() - 1, (a + 1) * SIDE);
                    short low = Short.MAX_VALUE;
                    short high = Short.MIN_VALUE;
                    for (int row = Math.max(0, b * SIDE - 1); row <= lastRow; row++) {
                        int at = row * volume.columns();
                        for (int i = at + Math.max(0, a * SIDE - 1); i <= at + lastColumn; i++) {
                            low = (short) Math.min(low, slice.samples()[i]);
                            high = (short) Math.max(high, slice.samples()[i]);
                        }
                    }
                    float p = slice.slope() * low + slice.intercept();
                    float q = slice.slope() * high + slice.intercept();
                    int brick = start + b * across + a;
                    least[brick] = Math.min(least[brick], Math.min(p, q));
                    most[brick] = Math.max(most[brick], Math.max(p, q));
                }
            }
        }
    }

    /// Which cubes can be seen through a table.
    boolean[] visible(SceneTable table) {
        boolean[] visible = new boolean[least.length];
        for (int i = 0; i < visible.length; i++) {
            visible[i] = table.isVisible(least[i], most[i]);
        }
        return visible;
    }
}
