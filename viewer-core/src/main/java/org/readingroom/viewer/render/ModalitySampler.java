package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;

/// Samples the modality values of a resolved view, before window and colour. Same cut as the picture, without
/// image processing and without a second volume.
///
/// **Units:** of the modality; times millimetres for a [Slab.Projection#SUM].
// [impl->req~view.reformat-values~1]
public final class ModalitySampler {
    private ModalitySampler() {}

    /// **Errors:** [IllegalArgumentException] for a colour volume, which has no modality values.
    public static ModalityImage sample(ResolvedView view) {
        if (view.volume().isColour()) {
            throw new IllegalArgumentException("a colour volume has no modality values");
        }
        GreyMapper.Scale scale = CpuRenderer.scaleOf(view);
        float[] all = CpuRenderer.values(view, new GreyStrips(view));
        boolean isSum = !view.isThin() && view.projection() == Slab.Projection.SUM;
        float perValue = isSum ? (float) view.slab().thicknessMm() : 1;
        for (int i = 0; i < all.length; i++) {
            all[i] = perValue * (scale.slope() * all[i] + scale.intercept());
        }
        return new ModalityImage(view.width(), view.height(), all, view.transform());
    }
}
