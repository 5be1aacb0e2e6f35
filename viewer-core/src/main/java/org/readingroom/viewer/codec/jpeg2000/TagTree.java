package org.readingroom.viewer.codec.jpeg2000;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;

/// A tree of minima that tells numbers of a two-dimensional array little by little.
///
/// **Source:** ITU-T T.800 annex B.10.2.
final class TagTree {
    private static final int MOST_LEVELS = 32;

    private final int levels;
    private final int[] widths = new int[MOST_LEVELS];
    private final int[] offsets = new int[MOST_LEVELS];
    private final int[] path = new int[MOST_LEVELS];
    private final int[] values;
    private final int[] known;

    TagTree(int width, int height) {
        int count = 0;
        int level = 0;
        int across = width;
        int down = height;
        while (true) {
            widths[level] = across;
            offsets[level] = count;
            count += across * down;
            level++;
            if (across * down <= 1) {
                break;
            }
            across = (across + 1) / 2;
            down = (down + 1) / 2;
        }
        levels = level;
        values = new int[count];
        known = new int[count];
        Arrays.fill(values, Integer.MAX_VALUE);
    }

    /// Whether the number at `x`, `y` is below `threshold`; reads as many bits as that takes.
    boolean isBelow(int threshold, int x, int y, PacketBits bits) throws CodecException {
        for (int level = 0; level < levels; level++) {
            path[level] = offsets[level] + (y >> level) * widths[level] + (x >> level);
        }
        int low = 0;
        for (int level = levels - 1; level >= 0; level--) {
            int node = path[level];
            low = Math.max(low, known[node]);
            while (low < threshold && low < values[node]) {
                if (bits.take() == 1) {
                    values[node] = low;
                } else {
                    low++;
                }
            }
            known[node] = low;
        }
        return values[path[0]] < threshold;
    }
}
