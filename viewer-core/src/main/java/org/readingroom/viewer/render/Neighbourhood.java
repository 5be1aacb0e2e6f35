package org.readingroom.viewer.render;

/// The 3 x 3 neighbours of every element of a picture, `reach` elements apart; beyond the border the nearest
/// element.
record Neighbourhood(int width, int height, int reach) {
    /// Makes one value of the first `count` of `nine`.
    interface Rule {
        float of(float[] nine, int count);
    }

    /// NaN stays NaN, and is no neighbour.
    float[] map(float[] values, Rule rule) {
        float[] mapped = new float[values.length];
        Bands.share(height, 1, () -> {
            float[] nine = new float[9];
            return (from, to) -> {
                for (int x = 0; x < width; x++) {
                    int at = from * width + x;
                    if (Float.isNaN(values[at])) {
                        mapped[at] = Float.NaN;
                        continue;
                    }
                    int count = 0;
                    for (int dy = -reach; dy <= reach; dy += reach) {
                        int row = Math.clamp(from + dy, 0, height - 1) * width;
                        for (int dx = -reach; dx <= reach; dx += reach) {
                            float value = values[row + Math.clamp(x + dx, 0, width - 1)];
                            if (!Float.isNaN(value)) {
                                nine[count++] = value;
                            }
                        }
                    }
                    mapped[at] = rule.of(nine, count);
                }
            };
        });
        return mapped;
    }
}
