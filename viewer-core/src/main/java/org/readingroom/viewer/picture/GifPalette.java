package org.readingroom.viewer.picture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// At most 256 colours for one picture: its own where it has no more, else each colour told by so many of
/// its highest bits that no more are left.
final class GifPalette {
    private static final int MOST = 256;

    private final int mask;
    private final Map<Integer, Integer> indices;
    private final int[] colours;

    private GifPalette(int mask, Map<Integer, Integer> indices, int[] colours) {
        this.mask = mask;
        this.indices = indices;
        this.colours = colours;
    }

    static GifPalette of(int[] argb) {
        for (int bits = 8; bits > 1; bits--) {
            int part = 0xFF << 8 - bits & 0xFF;
            int mask = part << 16 | part << 8 | part;
            GifPalette made = of(argb, mask);
            if (made != null) {
                return made;
            }
        }
        throw new IllegalStateException("64 colours are more than 256");
    }

    private static @org.jspecify.annotations.Nullable GifPalette of(int[] argb, int mask) {
        Map<Integer, Integer> indices = new HashMap<>();
        long[][] sums = new long[MOST][4];
        for (int pixel : argb) {
            Integer index = indices.get(pixel & mask);
            if (index == null) {
                if (indices.size() == MOST) {
                    return null;
                }
                index = indices.size();
                indices.put(pixel & mask, index);
            }
            long[] sum = sums[index];
            sum[0] += pixel >> 16 & 0xFF;
            sum[1] += pixel >> 8 & 0xFF;
            sum[2] += pixel & 0xFF;
            sum[3]++;
        }
        // The mean of those that fell together.
        int[] colours = Arrays.stream(sums, 0, indices.size())
                .mapToInt(s -> (int) Math.round((double) s[0] / s[3]) << 16
                        | (int) Math.round((double) s[1] / s[3]) << 8
                        | (int) Math.round((double) s[2] / s[3]))
                .toArray();
        return new GifPalette(mask, indices, colours);
    }

    int[] colours() {
        return colours.clone();
    }

    int index(int argb) {
        Integer index = indices.get(argb & mask);
        if (index == null) {
            throw new IllegalArgumentException("a colour of another picture");
        }
        return index;
    }
}
