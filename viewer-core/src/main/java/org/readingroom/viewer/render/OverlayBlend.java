package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.ResolvedView;

/// Lays a second volume over a finished picture: each colour is `(1 - a) · base + a · overlay`, rounded.
// [impl->req~view.fusion~1]
final class OverlayBlend {
    private OverlayBlend() {}

    static void over(ResolvedView.Overlay overlay, IntBuffer argb) {
        ResolvedView view = overlay.view();
        GreyStrips strips = new GreyStrips(view);
        int[] colours = view.palette().toArgb();
        float[] opacities = opacities(overlay);
        Bands.share(view.height(), PictureSampler.TILE_HEIGHT, () -> {
            GreyStrips.Worker worker = strips.worker();
            return (from, to) -> {
                int[] indices = new int[(to - from) * view.width()];
                worker.indices(from, to, indices);
                int first = from * view.width();
                for (int i = 0; i < indices.length; i++) {
                    if (indices[i] >= 0) {
                        argb.put(first + i, mix(argb.get(first + i), colours[indices[i]], opacities[indices[i]]));
                    }
                }
            };
        });
    }

    /// The opacity of each step of the palette.
    static float[] opacities(ResolvedView.Overlay overlay) {
        float[] opacities = new float[Palette.STEPS];
        for (int i = 0; i < opacities.length; i++) {
            opacities[i] = (float)
                    (overlay.blend() == Fusion.Blend.EVEN
                            ? overlay.opacity()
                            : overlay.opacity() * i / (Palette.STEPS - 1));
        }
        return opacities;
    }

    static int mix(int base, int over, float opacity) {
        return 0xFF000000
                | channel(base, over, opacity, 16) << 16
                | channel(base, over, opacity, 8) << 8
                | channel(base, over, opacity, 0);
    }

    private static int channel(int base, int over, float opacity, int shift) {
        float a = base >>> shift & 0xFF;
        float b = over >>> shift & 0xFF;
        return (int) (a + opacity * (b - a) + 0.5f);
    }
}
