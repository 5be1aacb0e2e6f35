package org.readingroom.viewer.render;

import java.util.stream.IntStream;
import org.readingroom.viewer.viewport.ResolvedView;

/// Samples the modality values of a resolved view, before window and colour. Same cut as the picture.
// [impl->req~view.reformat-values~1]
public final class ModalitySampler {
    private ModalitySampler() {}

    /// **Errors:** [IllegalArgumentException] for a colour volume, which has no modality values.
    public static ModalityImage sample(ResolvedView view) {
        if (view.volume().isColour()) {
            throw new IllegalArgumentException("a colour volume has no modality values");
        }
        int width = view.width();
        float[] all = new float[Math.multiplyExact(width, view.height())];
        GreyMapper.Scale scale = CpuRenderer.scaleOf(view);
        int bands = Math.min(view.height(), 16);
        IntStream.range(0, bands).parallel().forEach(band -> {
            RowSampler sampler = RowSampler.of(view);
            float[] values = new float[width];
            int to = (int) ((long) view.height() * (band + 1) / bands);
            for (int y = (int) ((long) view.height() * band / bands); y < to; y++) {
                sampler.row(y, values);
                for (int x = 0; x < width; x++) {
                    all[y * width + x] = scale.slope() * values[x] + scale.intercept();
                }
            }
        });
        return new ModalityImage(width, view.height(), all, view.transform());
    }
}
