package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedScene;

/// A transfer function as a table for one step length: red, green, blue and the opacity of a step.
///
/// `entry(value)` is `(value - low) · perValue`, cut to the table; no interpolation between entries, so that
/// every renderer reads the same.
public final class SceneTable {
    public static final int ENTRIES = 2048;

    private final float low;
    private final float perValue;
    private final float[] rgba = new float[4 * ENTRIES];
    private final float[] opacities = new float[ENTRIES];
    private final int[] opaqueUpTo = new int[ENTRIES + 1];

    public SceneTable(ResolvedScene scene) {
        double from = scene.transfer().lowest();
        double step = (scene.transfer().highest() - from) / (ENTRIES - 1);
        low = (float) from;
        perValue = (float) (1 / step);
        for (int i = 0; i < ENTRIES; i++) {
            double[] at = scene.transfer().at(from + i * step);
            for (int c = 0; c < 3; c++) {
                rgba[4 * i + c] = (float) at[c];
            }
            rgba[4 * i + 3] = (float) (1 - Math.pow(1 - at[3], scene.stepMm()));
            opacities[i] = rgba[4 * i + 3];
            opaqueUpTo[i + 1] = opaqueUpTo[i] + (rgba[4 * i + 3] > 0 ? 1 : 0);
        }
    }

    public float low() {
        return low;
    }

    public float perValue() {
        return perValue;
    }

    /// **Shape:** `ENTRIES × 4`. **Owner:** shared, written by nobody.
    public float[] rgba() {
        return rgba;
    }

    /// The opacities alone. **Owner:** shared, written by nobody.
    float[] opacities() {
        return opacities;
    }

    int entry(float value) {
        return (int) Math.max(0f, Math.min(ENTRIES - 1f, (value - low) * perValue + 0.5f));
    }

    /// Whether any value from `least` to `most` can be seen, give or take a hundredth of an entry for rounding.
    boolean isVisible(float least, float most) {
        float slack = 0.01f / perValue;
        return opaqueUpTo[entry(most + slack) + 1] > opaqueUpTo[entry(least - slack)];
    }
}
