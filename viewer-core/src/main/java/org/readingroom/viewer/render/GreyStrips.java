package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedView;

/// Samples and windows a grey view strip by strip. What all strips share is made once; each thread takes its
/// own [Worker].
final class GreyStrips {
    private final ResolvedView view;
    private final Grid grid;
    private final GreyMapper mapper;

    GreyStrips(ResolvedView view) {
        this.view = view;
        grid = new Grid(view.volume());
        mapper = GreyMapper.of(view, CpuRenderer.scaleOf(view));
    }

    Worker worker() {
        return new Worker();
    }

    GreyMapper mapper() {
        return mapper;
    }

    final class Worker {
        private final PictureSampler sampler = PictureSampler.of(view, grid);
        private final float[] tile = new float[Math.min(sampler.tileWidth(), view.width())];
        private float[] values = new float[0];

        /// Palette indices of the rows `from` up to but without `to`; -1 where nothing is. As long as `out`.
        void indices(int from, int to, int[] out) {
            int length = (to - from) * view.width();
            if (values.length != length) {
                values = new float[length];
            }
            values(from, to, values, 0);
            mapper.indices(values, out);
        }

        /// Values of the rows, in the units of [Grid], to `out` from `offset` on.
        void values(int from, int to, float[] out, int offset) {
            int width = view.width();
            for (int x = 0; x < width; x += tile.length) {
                int end = Math.min(width, x + tile.length);
                for (int y = from; y < to; y++) {
                    sampler.row(y, x, end, tile);
                    System.arraycopy(tile, 0, out, offset + (y - from) * width + x, end - x);
                }
            }
        }
    }
}
