package org.readingroom.viewer.render;

/// Contrast limited adaptive histogram equalization on palette indices 0 to 255; -1 stays -1.
///
/// The picture is cut into 8 x 8 tiles. The histogram of each is clipped at `limit` times its mean, what was
/// clipped is spread evenly, and its sum is the tile's grey curve; an element takes the curves of the four
/// tiles around it, weighted
/// by distance.
///
/// **Source:** K. Zuiderveld, Contrast Limited Adaptive Histogram Equalization, Graphics Gems IV, 1994, pp.
/// 474-485.
final class Clahe {
    private static final int TILES = 8;
    private static final int GREYS = 256;

    private Clahe() {}

    static int[] equalize(int[] indices, int width, int height, double limit) {
        float[][] curves = new float[TILES * TILES][];
        for (int ty = 0; ty < TILES; ty++) {
            for (int tx = 0; tx < TILES; tx++) {
                curves[ty * TILES + tx] = curve(
                        indices,
                        width,
                        tx * width / TILES,
                        (tx + 1) * width / TILES,
                        ty * height / TILES,
                        (ty + 1) * height / TILES,
                        limit);
            }
        }
        int[] equal = new int[indices.length];
        Bands.share(height, 1, () -> (from, to) -> {
            float v = (from + 0.5f) * TILES / height - 0.5f;
            int above = (int) Math.floor(v);
            int upper = Math.clamp(above, 0, TILES - 1) * TILES;
            int lower = Math.clamp(above + 1, 0, TILES - 1) * TILES;
            for (int x = 0; x < width; x++) {
                int at = from * width + x;
                int index = indices[at];
                if (index < 0) {
                    equal[at] = -1;
                    continue;
                }
                float u = (x + 0.5f) * TILES / width - 0.5f;
                int before = (int) Math.floor(u);
                int left = Math.clamp(before, 0, TILES - 1);
                int right = Math.clamp(before + 1, 0, TILES - 1);
                float a = blend(curves[upper + left][index], curves[upper + right][index], u - before);
                float b = blend(curves[lower + left][index], curves[lower + right][index], u - before);
                equal[at] = (int) (blend(a, b, v - above) + 0.5f);
            }
        });
        return equal;
    }

    /// The grey curve of one tile; the straight line where it holds nothing.
    private static float[] curve(int[] indices, int width, int x0, int x1, int y0, int y1, double limit) {
        float[] histogram = new float[GREYS];
        int count = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                int index = indices[y * width + x];
                if (index >= 0) {
                    histogram[index]++;
                    count++;
                }
            }
        }
        float highest = (float) (limit * count / GREYS);
        float clipped = 0;
        for (int i = 0; i < GREYS; i++) {
            clipped += Math.max(0, histogram[i] - highest);
            histogram[i] = Math.min(histogram[i], highest);
        }
        float[] curve = new float[GREYS];
        float sum = 0;
        for (int i = 0; i < GREYS; i++) {
            float own = histogram[i] + clipped / GREYS;
            // the middle of a grey's share, so that an even histogram leaves every grey as it is
            curve[i] = count == 0 ? i : Math.clamp(GREYS * (sum + own / 2) / count - 0.5f, 0, GREYS - 1);
            sum += own;
        }
        return curve;
    }

    private static float blend(float a, float b, float part) {
        return a + part * (b - a);
    }
}
