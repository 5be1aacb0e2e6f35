package org.readingroom.viewer.render;

/// Steps of image processing after the window, on palette indices 0 to 255; -1 stays -1.
final class GreyFilters {
    private GreyFilters() {}

    /// The length of Sobel's gradient, cut at 255: what ImageJ's Find Edges gives for 8-bit pictures.
    ///
    /// Where a neighbour holds nothing the middle stands in for it, so that an outline of the data is no edge.
    static int[] edges(int[] indices, int width, int height, int reach) {
        int[] edges = new int[indices.length];
        for (int y = 0; y < height; y++) {
            int upper = Math.max(0, y - reach) * width;
            int middle = y * width;
            int lower = Math.min(height - 1, y + reach) * width;
            for (int x = 0; x < width; x++) {
                int own = indices[middle + x];
                if (own < 0) {
                    edges[middle + x] = -1;
                    continue;
                }
                int left = Math.max(0, x - reach);
                int right = Math.min(width - 1, x + reach);
                int a = or(indices[upper + left], own);
                int b = or(indices[upper + x], own);
                int c = or(indices[upper + right], own);
                int d = or(indices[middle + left], own);
                int f = or(indices[middle + right], own);
                int g = or(indices[lower + left], own);
                int h = or(indices[lower + x], own);
                int k = or(indices[lower + right], own);
                int down = a + 2 * b + c - g - 2 * h - k;
                int across = a + 2 * d + g - c - 2 * f - k;
                edges[middle + x] =
                        (int) Math.min(255, Math.sqrt((double) down * down + (double) across * across) + 0.5);
            }
        }
        return edges;
    }

    private static int or(int index, int own) {
        return index < 0 ? own : index;
    }

    /// `255 · (index / 255) ^ (1 / gamma)`, in place.
    static void gamma(int[] indices, double gamma) {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (int) (255 * Math.pow(i / 255.0, 1 / gamma) + 0.5);
        }
        for (int i = 0; i < indices.length; i++) {
            indices[i] = indices[i] < 0 ? -1 : table[indices[i]];
        }
    }
}
