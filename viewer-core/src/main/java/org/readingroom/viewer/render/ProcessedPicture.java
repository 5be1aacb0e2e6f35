package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.viewport.ResolvedView;

/// Finishes a picture with image processing from its sampled values, wherever they were sampled.
public final class ProcessedPicture {
    private ProcessedPicture() {}

    /// `modalityValues` are those of the cut, NaN where nothing is; processing, window, palette and second
    /// volume follow.
    public static void finish(ResolvedView view, float[] modalityValues, IntBuffer argb) {
        colour(view, Filters.indices(view, modalityValues, GreyMapper.of(view, GreyMapper.Scale.NONE)), argb);
        ResolvedView.Overlay overlay = view.overlay();
        if (overlay != null) {
            OverlayBlend.over(overlay, argb);
        }
    }

    static void colour(ResolvedView view, int[] indices, IntBuffer argb) {
        CpuRenderer.colours(view.palette(), indices);
        argb.put(0, indices);
    }
}
