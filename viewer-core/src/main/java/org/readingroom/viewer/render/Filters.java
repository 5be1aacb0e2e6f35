package org.readingroom.viewer.render;

import java.util.Arrays;
import org.readingroom.viewer.viewport.Processing;
import org.readingroom.viewer.viewport.ResolvedView;

/// Image processing of a sampled picture, in the order [Processing] states.
///
/// Neighbours are one voxel away, or one picture element where those are larger, so that zooming in does not
/// change what a
/// step does. Where nothing is, nothing comes, and neighbours that hold nothing are left out.
// [impl->req~view.processing~1]
final class Filters {
    private Filters() {}

    /// Palette indices of `values`, as [GreyMapper]; -1 where nothing is.
    static int[] indices(ResolvedView view, float[] values, GreyMapper mapper) {
        Processing steps = view.processing();
        Neighbourhood around = new Neighbourhood(view.width(), view.height(), reach(view));
        float[] now = values;
        if (steps.median()) {
            now = around.map(now, Filters::median);
        }
        if (steps.smooth() > 0) {
            now = mixed(now, around.map(now, Filters::mean), (float) steps.smooth());
        }
        if (steps.sharpen() > 0) {
            now = mixed(now, around.map(now, Filters::mean), (float) -steps.sharpen());
        }
        int[] indices = new int[now.length];
        mapper.indices(now, indices);
        if (steps.edges()) {
            indices = GreyFilters.edges(indices, view.width(), view.height(), reach(view));
        }
        if (steps.claheLimit() > 0) {
            indices = Clahe.equalize(indices, view.width(), view.height(), steps.claheLimit());
        }
        if (steps.gamma() != 1) {
            GreyFilters.gamma(indices, steps.gamma());
        }
        return indices;
    }

    /// How many picture elements away the next voxel is, at least one.
    static int reach(ResolvedView view) {
        double voxelsPerElement = Math.max(
                Math.abs(view.du().x()),
                Math.max(Math.abs(view.du().y()), Math.abs(view.du().z())));
        return Math.clamp(Math.round(1 / voxelsPerElement), 1, 64);
    }

    /// `value + part · (other - value)`.
    private static float[] mixed(float[] values, float[] others, float part) {
        float[] mixed = new float[values.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = values[i] + part * (others[i] - values[i]);
        }
        return mixed;
    }

    private static float mean(float[] nine, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += nine[i];
        }
        return sum / count;
    }

    private static float median(float[] nine, int count) {
        Arrays.sort(nine, 0, count);
        return count % 2 == 1 ? nine[count / 2] : (nine[count / 2 - 1] + nine[count / 2]) / 2;
    }
}
