package org.readingroom.viewer.render;

import java.util.Arrays;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;

/// Samples a grey volume along the rows of a picture, tile by tile.
///
/// **Units:** as [Grid] says. NaN where the cut leaves the grid or meets padding.
/// **Thread:** one; keeps buffers.
abstract class PictureSampler {
    /// chosen: of 32 to 512, the tile whose voxels stay in the first caches on the way through an oblique cut.
    static final int TILE_WIDTH = 64;

    static final int TILE_HEIGHT = 16;

    /// The sampler that suits `view`.
    static PictureSampler of(ResolvedView view, Grid grid) {
        if (!view.isThin()) {
            return new SlabRows(view, grid);
        }
        if (isStraight(view)) {
            return new StraightRows(view, grid);
        }
        return new ThinRows(view, lines(view, grid));
    }

    private static boolean isStraight(ResolvedView view) {
        return view.interpolation() == Interpolation.LINEAR
                && !view.volume().hasPadding()
                && view.isWithinOneSlice()
                && view.du().y() == 0
                && view.dv().x() == 0;
    }

    private static LineSampler lines(ResolvedView view, Grid grid) {
        boolean isFlat = view.isWithinOneSlice() && view.interpolation() == Interpolation.LINEAR;
        return isFlat && !view.volume().hasPadding() ? new FlatLines(grid) : anyLines(view, grid);
    }

    /// A sampler for lines of any direction.
    static LineSampler anyLines(ResolvedView view, Grid grid) {
        if (view.interpolation() == Interpolation.NEAREST) {
            return new NearestLines(grid);
        }
        return view.volume().hasPadding() ? new PaddedLines(grid) : new TrilinearLines(grid);
    }

    /// Fills `values` from index 0 with the elements `from` up to but without `to` of picture row `y`.
    final void row(int y, int from, int to, float[] values) {
        Arrays.fill(values, 0, to - from, Float.NaN);
        fill(y, from, to, values);
    }

    /// Writes what there is; what it leaves stays NaN.
    abstract void fill(int y, int from, int to, float[] values);

    int tileWidth() {
        return TILE_WIDTH;
    }

    /// A cut without depth.
    private static final class ThinRows extends PictureSampler {
        private final LineSampler lines;
        private final float[] origin;
        private final float[] perRow;

        ThinRows(ResolvedView view, LineSampler lines) {
            this.lines = lines;
            origin = new float[] {
                (float) view.origin().x(),
                (float) view.origin().y(),
                (float) view.origin().z()
            };
            perRow = new float[] {
                (float) view.dv().x(), (float) view.dv().y(), (float) view.dv().z()
            };
            lines.step((float) view.du().x(), (float) view.du().y(), (float)
                    view.du().z());
        }

        @Override
        void fill(int y, int from, int to, float[] values) {
            lines.base(origin[0] + y * perRow[0], origin[1] + y * perRow[1], origin[2] + y * perRow[2]);
            lines.sample(from, to, from, values);
        }
    }
}
