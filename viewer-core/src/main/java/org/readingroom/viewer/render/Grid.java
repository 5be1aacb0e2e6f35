package org.readingroom.viewer.render;

import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// The samples of a grey volume as plain arrays, made once for a picture and shared by all who draw it.
///
/// Where all slices share one scale, `slopes` are 1 and `intercepts` 0: samples stay samples and
/// [CpuRenderer#scaleOf] is applied to the results.
final class Grid {
    final int columns;
    final int rows;
    final int depth;
    final short[][] samples;
    final float[] slopes;
    final float[] intercepts;
    final GreySlice[] slices;
    final boolean hasOneScale;

    Grid(Volume volume) {
        columns = volume.columns();
        rows = volume.rows();
        depth = volume.depth();
        hasOneScale = volume.hasOneScale();
        samples = new short[depth][];
        slices = new GreySlice[depth];
        slopes = new float[depth];
        intercepts = new float[depth];
        for (int k = 0; k < depth; k++) {
            GreySlice slice = (GreySlice) volume.slices().get(k);
            slices[k] = slice;
            samples[k] = slice.samples();
            slopes[k] = hasOneScale ? 1 : slice.slope();
            intercepts[k] = hasOneScale ? 0 : slice.intercept();
        }
    }
}
