package org.readingroom.viewer.render;

import java.util.Arrays;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Samples a grey volume along the rows of a picture.
///
/// **Units:** sample values where all slices share one scale ([CpuRenderer#scaleOf] says which),
/// else modality
/// values. NaN where the plane leaves the grid or meets padding.
/// **Space:** positions are computed in `float`, in the order the shader computes them.
abstract class RowSampler {
    /// chosen: nudges positions half-way between voxels to one side, so that every renderer picks
    /// the same one.
    static final float TIE = 1f / 1024f;

    final int columns;
    final int rows;
    final int depth;
    final short[][] samples;
    final float[] slopes;
    final float[] intercepts;
    final GreySlice[] slices;
    final float ux;
    final float uy;
    final float uz;
    private final float[] origin;
    private final float[] perRow;
    private final float[] perSample;
    float bx;
    float by;
    float bz;

    RowSampler(ResolvedView view) {
        Volume volume = view.volume();
        columns = volume.columns();
        rows = volume.rows();
        depth = volume.depth();
        samples = new short[depth][];
        slices = new GreySlice[depth];
        slopes = new float[depth];
        intercepts = new float[depth];
        for (int k = 0; k < depth; k++) {
            GreySlice slice = (GreySlice) volume.slices().get(k);
            slices[k] = slice;
            samples[k] = slice.samples();
            slopes[k] = volume.hasOneScale() ? 1 : slice.slope();
            intercepts[k] = volume.hasOneScale() ? 0 : slice.intercept();
        }
        ux = (float) view.du().x();
        uy = (float) view.du().y();
        uz = (float) view.du().z();
        origin = floats(view.origin());
        perRow = floats(view.dv());
        perSample = floats(view.dn());
    }

    private static float[] floats(org.readingroom.viewer.geometry.Vec3 v) {
        return new float[] {(float) v.x(), (float) v.y(), (float) v.z()};
    }

    /// The sampler that suits `view`; it is for one thread and keeps buffers.
    static RowSampler of(ResolvedView view) {
        RowSampler thin;
        if (view.interpolation() == Interpolation.NEAREST) {
            thin = new NearestRows(view);
        } else if (view.volume().hasPadding()) {
            thin = new PaddedRows(view);
        } else if (view.isWithinOneSlice()) {
            boolean straight = view.du().y() == 0 && view.dv().x() == 0;
            thin = straight ? new StraightRows(view) : new FlatRows(view);
        } else {
            thin = new TrilinearRows(view);
        }
        return view.samples() == 1 ? thin : new SlabRows(view, thin);
    }

    /// Fills `values` with picture row `y`.
    void row(int y, float[] values) {
        row(y, 0, values);
    }

    /// Fills `values` with row `y` of slab sample `k`.
    final void row(int y, int k, float[] values) {
        bx = origin[0] + y * perRow[0] + k * perSample[0];
        by = origin[1] + y * perRow[1] + k * perSample[1];
        bz = origin[2] + y * perRow[2] + k * perSample[2];
        Arrays.fill(values, Float.NaN);
        sample(values);
    }

    /// Writes the values of the row that starts at (`bx`, `by`, `bz`); what it leaves stays NaN.
    abstract void sample(float[] values);

    /// Puts the slab's samples of a row together.
    private static final class SlabRows extends RowSampler {
        private final RowSampler thin;
        private final int count;
        private final Slab.Projection projection;

        SlabRows(ResolvedView view, RowSampler thin) {
            super(view);
            this.thin = thin;
            this.count = view.samples();
            boolean falling = CpuRenderer.scaleOf(view).slope() < 0;
            this.projection = !falling
                    ? view.projection()
                    : switch (view.projection()) {
                        case MAXIMUM -> Slab.Projection.MINIMUM;
                        case MINIMUM -> Slab.Projection.MAXIMUM;
                        case MEAN -> Slab.Projection.MEAN;
                    };
        }

        @Override
        void row(int y, float[] values) {
            float[] one = new float[values.length];
            int[] found = new int[values.length];
            Arrays.fill(values, Float.NaN);
            for (int k = 0; k < count; k++) {
                thin.row(y, k, one);
                for (int x = 0; x < one.length; x++) {
                    float value = one[x];
                    if (Float.isNaN(value)) {
                        continue;
                    }
                    values[x] = found[x]++ == 0 ? value : together(values[x], value);
                }
            }
            if (projection == Slab.Projection.MEAN) {
                for (int x = 0; x < one.length; x++) {
                    values[x] /= found[x];
                }
            }
        }

        private float together(float a, float b) {
            return switch (projection) {
                case MAXIMUM -> Math.max(a, b);
                case MINIMUM -> Math.min(a, b);
                case MEAN -> a + b;
            };
        }

        @Override
        void sample(float[] values) {
            throw new UnsupportedOperationException("a slab samples whole rows");
        }
    }
}
