package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.volume.GreySlice;

/// Draws on the processor, bands of rows in parallel. The reference every other renderer is held
/// to.
///
/// Per row: sample, then window to a palette index, then look the colour up.
///
/// **Budget:** at 1024² 8 core-ms for a bilinear stack frame, 31 for an oblique cut.
// [impl->req~view.renderers-agree~1]
public final class CpuRenderer implements Renderer {
    private static final int BLACK = 0xFF000000;
    /// chosen: bands per processor, enough to even out rows that miss the volume.
    private static final int BANDS_PER_CORE = 4;

    @Override
    public void render(ResolvedView view, IntBuffer argb) {
        int bands = Math.min(view.height(), Runtime.getRuntime().availableProcessors() * BANDS_PER_CORE);
        IntStream.range(0, bands).parallel().forEach(band -> {
            int from = (int) ((long) view.height() * band / bands);
            int to = (int) ((long) view.height() * (band + 1) / bands);
            if (view.volume().isColour()) {
                colourRows(view, argb, from, to);
            } else {
                greyRows(view, argb, from, to);
            }
        });
    }

    private static void greyRows(ResolvedView view, IntBuffer argb, int from, int to) {
        RowSampler sampler = RowSampler.of(view);
        GreyMapper mapper = GreyMapper.of(view, scaleOf(view));
        int[] colours = view.palette().toArgb();
        float[] values = new float[view.width()];
        int[] row = new int[view.width()];
        for (int y = from; y < to; y++) {
            sampler.row(y, values);
            mapper.indices(values, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = row[x] < 0 ? BLACK : colours[row[x]];
            }
            argb.put(y * view.width(), row);
        }
    }

    /// The scale still to be applied to what the sampler gives: that of the slices when they share
    /// one.
    static GreyMapper.Scale scaleOf(ResolvedView view) {
        if (view.volume().hasOneScale() && view.volume().slices().getFirst() instanceof GreySlice grey) {
            return new GreyMapper.Scale(grey.slope(), grey.intercept());
        }
        return GreyMapper.Scale.NONE;
    }

    private static void colourRows(ResolvedView view, IntBuffer argb, int from, int to) {
        ColourSampler sampler = new ColourSampler(view);
        int[] row = new int[view.width()];
        for (int y = from; y < to; y++) {
            Arrays.fill(row, BLACK);
            sampler.row(y, row);
            argb.put(y * view.width(), row);
        }
    }

    /// Reads the palette index a grey picture would show, before the colours; -1 where nothing is.
    ///
    /// For comparing renderers and for measuring.
    public static int[] indices(ResolvedView view) {
        RowSampler sampler = RowSampler.of(view);
        GreyMapper mapper = GreyMapper.of(view, scaleOf(view));
        float[] values = new float[view.width()];
        int[] row = new int[view.width()];
        int[] all = new int[Math.multiplyExact(view.width(), view.height())];
        for (int y = 0; y < view.height(); y++) {
            sampler.row(y, values);
            mapper.indices(values, row);
            System.arraycopy(row, 0, all, y * view.width(), row.length);
        }
        return all;
    }

    @Override
    public String describe() {
        return "CPU, " + Runtime.getRuntime().availableProcessors() + " cores, " + Palette.STEPS + " greys";
    }

    @Override
    public void close() {}
}
