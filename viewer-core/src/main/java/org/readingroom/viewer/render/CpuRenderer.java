package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Draws on the processor, bands of rows in parallel. The reference every other renderer is held
/// to.
///
/// Per strip: sample, then window to a palette index, then look the colour up, then lay the second volume over.
///
/// **Budget:** at 1024² 8 core-ms for a bilinear stack frame, 15 for an oblique cut.
// [impl->req~view.renderers-agree~1]
public final class CpuRenderer implements Renderer {
    private static final int BLACK = 0xFF000000;

    private final VolumeFocus focus = new VolumeFocus();
    private final SceneShelf shelf = new SceneShelf();

    @Override
    public void render(ResolvedPicture picture, IntBuffer argb) {
        switch (picture) {
            case ResolvedView view -> view(focus.on(view), argb);
            case ResolvedCurve curve -> {
                CurvedSampler.draw(curve, argb);
                IncompleteHatch.over(curve, argb);
            }
            case ResolvedScene scene -> {
                new SceneRays(scene, shelf).draw(argb);
                IncompleteHatch.over(scene, argb);
            }
        }
    }

    private static void view(ResolvedView view, IntBuffer argb) {
        if (view.volume().isColour()) {
            colour(view, argb);
        } else if (view.processing().isNone()) {
            grey(view, argb);
        } else {
            ProcessedPicture.colour(view, indices(view), argb);
        }
        ResolvedView.Overlay overlay = view.overlay();
        if (overlay != null) {
            OverlayBlend.over(overlay, argb);
        }
        LayerPainter.paint(view, argb);
        IncompleteHatch.over(view, argb);
    }

    private static void grey(ResolvedView view, IntBuffer argb) {
        GreyStrips strips = new GreyStrips(view);
        Bands.share(view.height(), PictureSampler.TILE_HEIGHT, () -> {
            GreyStrips.Worker worker = strips.worker();
            int[][] kept = {new int[0]};
            return (from, to) -> {
                int length = (to - from) * view.width();
                int[] strip = kept[0].length == length ? kept[0] : new int[length];
                kept[0] = strip;
                worker.indices(from, to, strip);
                colours(view.palette(), strip);
                argb.put(from * view.width(), strip);
            };
        });
    }

    static void colours(Palette palette, int[] indices) {
        int[] colours = palette.toArgb();
        for (int i = 0; i < indices.length; i++) {
            indices[i] = indices[i] < 0 ? BLACK : colours[indices[i]];
        }
    }

    /// The scale still to be applied to what the sampler gives: that of the slices when they share
    /// one.
    static GreyMapper.Scale scaleOf(ResolvedView view) {
        return scaleOf(view.volume());
    }

    static GreyMapper.Scale scaleOf(Volume volume) {
        if (volume.hasOneScale() && volume.slices().getFirst() instanceof GreySlice grey) {
            return new GreyMapper.Scale(grey.slope(), grey.intercept());
        }
        return GreyMapper.Scale.NONE;
    }

    private static void colour(ResolvedView view, IntBuffer argb) {
        Bands.share(view.height(), 1, () -> {
            ColourSampler sampler = new ColourSampler(view);
            int[] row = new int[view.width()];
            return (from, to) -> {
                Arrays.fill(row, BLACK);
                sampler.row(from, row);
                argb.put(from * view.width(), row);
            };
        });
    }

    /// Reads the palette index a grey picture would show, before the colours and without a second volume; -1
    /// where nothing is.
    ///
    /// For comparing renderers and for measuring.
    public static int[] indices(ResolvedView view) {
        GreyStrips strips = new GreyStrips(view);
        float[] values = values(view, strips);
        if (view.processing().isNone()) {
            int[] indices = new int[values.length];
            strips.mapper().indices(values, indices);
            return indices;
        }
        return Filters.indices(view, values, strips.mapper());
    }

    /// What the cut holds, in the units of [Grid].
    static float[] values(ResolvedView view, GreyStrips strips) {
        float[] values = new float[Math.multiplyExact(view.width(), view.height())];
        Bands.share(view.height(), PictureSampler.TILE_HEIGHT, () -> {
            GreyStrips.Worker worker = strips.worker();
            return (from, to) -> worker.values(from, to, values, from * view.width());
        });
        return values;
    }

    @Override
    public String describe() {
        return "CPU, " + Runtime.getRuntime().availableProcessors() + " cores, " + Palette.STEPS + " greys";
    }

    @Override
    public void close() {}
}
