package org.readingroom.viewer.gpu.jogl;

import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.render.ModalityImage;
import org.readingroom.viewer.render.ModalitySampler;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;

/// The colours that an element of a picture may have: those of its grey level and of the one below and above it.
///
/// The level is that of the value sampled, a hair's breadth to either side: where a window is a step, or a table a
/// staircase, the last digits of a value decide between two levels far apart.
final class GreyRange {
    /// Single precision over the greatest values of the tests, through some thirty additions.
    private static final double HAIR = 0.02;

    private final ResolvedView view;
    private final ModalityImage values;
    private final @org.jspecify.annotations.Nullable GreyRange overlay;

    GreyRange(ResolvedView view) {
        this.view = view;
        values = ModalitySampler.sample(view);
        ResolvedView.Overlay over = view.overlay();
        overlay = over == null ? null : new GreyRange(over.view());
    }

    /// Whether `argb` is within one level at element `i`, `j`.
    boolean holds(int i, int j, int argb) {
        for (int shift = 0; shift <= 16; shift += 8) {
            double[] range = channel(i, j, shift);
            int seen = argb >> shift & 0xFF;
            if (seen < Math.floor(range[0] - 0.51) || seen > Math.ceil(range[1] + 0.51)) {
                return false;
            }
        }
        return argb >>> 24 == 0xFF;
    }

    private double[] channel(int i, int j, int shift) {
        boolean[] levels = levels(i, j);
        double[] base = levels.length == 0 ? new double[] {0, 0} : ends(levels, view.palette(), shift);
        ResolvedView.Overlay over = view.overlay();
        if (over == null || overlay == null) {
            return base;
        }
        boolean[] above = overlay.levels(i, j);
        if (above.length == 0) {
            return base;
        }
        double[] mixed = {255, 0};
        for (int level = 0; level < 256; level++) {
            if (above[level]) {
                double part = over.blend() == Fusion.Blend.EVEN ? over.opacity() : over.opacity() * level / 255;
                double colour = over.view().palette().argb(level) >> shift & 0xFF;
                mixed[0] = Math.min(mixed[0], (1 - part) * base[0] + part * colour);
                mixed[1] = Math.max(mixed[1], (1 - part) * base[1] + part * colour);
            }
        }
        return mixed;
    }

    private static double[] ends(boolean[] levels, Palette palette, int shift) {
        double[] ends = {255, 0};
        for (int level = 0; level < 256; level++) {
            if (levels[level]) {
                int colour = palette.argb(level) >> shift & 0xFF;
                ends[0] = Math.min(ends[0], colour);
                ends[1] = Math.max(ends[1], colour);
            }
        }
        return ends;
    }

    /// The levels that are right; empty where nothing is.
    private boolean[] levels(int i, int j) {
        double value = values.value(i, j);
        if (Double.isNaN(value)) {
            return new boolean[0];
        }
        if (!view.isThin() && view.projection() == Slab.Projection.SUM) {
            value /= view.slab().thicknessMm();
        }
        boolean[] levels = new boolean[256];
        for (double near : new double[] {value - HAIR, value, value + HAIR}) {
            int level = level(view.voi(), near);
            for (int step = -1; step <= 1; step++) {
                levels[Math.clamp(level + step, 0, 255)] = true;
            }
        }
        return levels;
    }

    private int level(Voi voi, double value) {
        int level = (int) (255 * voi.toGrey(value) + 0.5);
        return view.inverse() ? 255 - level : level;
    }
}
