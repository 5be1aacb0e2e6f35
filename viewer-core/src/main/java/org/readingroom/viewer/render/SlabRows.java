package org.readingroom.viewer.render;

import java.util.Arrays;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;

/// Puts the samples of a slab together: plane by plane of the grid axis the normal runs along most, then both
/// faces.
///
/// The elements of a picture row meet such a plane on a straight line, so that a slab is many thin lines and
/// each needs two thirds or half of the taps of a line at any depth.
// [impl->req~view.slab~1]
final class SlabRows extends PictureSampler {
    private final SlabPlanes planes;
    private final LineSampler onPlanes;
    private final LineSampler onFaces;
    private final Slab.Projection projection;
    private final GreyMapper.Scale scale;
    private final float sumPart;
    private final Span within = new Span();
    private final float[] one = new float[TILE_WIDTH];
    private final float[] weights = new float[TILE_WIDTH];

    SlabRows(ResolvedView view, Grid grid) {
        planes = new SlabPlanes(view);
        boolean isPlain =
                view.interpolation() == Interpolation.LINEAR && !view.volume().hasPadding();
        onFaces = anyLines(view, grid);
        onPlanes = !isPlain
                ? anyLines(view, grid)
                : planes.axis() == 2 ? new FlatLines(grid) : new SheetLines(grid, planes.axis() == 0);
        Vec3 u = view.du();
        Vec3 alongPlane = planes.alongPlane();
        onFaces.step((float) u.x(), (float) u.y(), (float) u.z());
        onPlanes.step((float) alongPlane.x(), (float) alongPlane.y(), (float) alongPlane.z());
        scale = CpuRenderer.scaleOf(view);
        sumPart = 1 / planes.crossed();
        projection = scale.slope() >= 0
                ? view.projection()
                : switch (view.projection()) {
                    case MAXIMUM -> Slab.Projection.MINIMUM;
                    case MINIMUM -> Slab.Projection.MAXIMUM;
                    case MEAN -> Slab.Projection.MEAN;
                    case SUM -> Slab.Projection.SUM;
                };
    }

    @Override
    void fill(int y, int from, int to, float[] values) {
        Arrays.fill(weights, 0, to - from, 0);
        float[] near = planes.near(y);
        float start = near[planes.axis()];
        float perElement = planes.perElement();
        float crossed = planes.crossed();
        face(near, from, to, start, perElement, true, values);
        face(planes.far(near), from, to, start, perElement, false, values);
        float low = Math.min(start + from * perElement, start + (to - 1) * perElement);
        float high = Math.max(start + from * perElement, start + (to - 1) * perElement) + crossed;
        int last = (int) Math.min(planes.size() - 1f, Math.floor(high));
        for (int q = (int) Math.max(0, Math.ceil(low)); q <= last; q++) {
            within.from = from;
            within.to = to;
            within.clip(start, perElement, q - crossed, Math.nextUp((float) q));
            if (within.from < within.to) {
                float[] base = planes.onPlane(near, q);
                onPlanes.base(base[0], base[1], base[2]);
                onPlanes.sample(within.from, within.to, from, one);
                join(onPlanes.written, from, q, start, perElement, values);
            }
        }
        finish(to - from, values);
    }

    private void face(float[] base, int from, int to, float start, float perElement, boolean isNear, float[] values) {
        onFaces.base(base[0], base[1], base[2]);
        onFaces.sample(from, to, from, one);
        Span written = onFaces.written;
        for (int i = written.from; i < written.to; i++) {
            float value = one[i - from];
            if (!Float.isNaN(value)) {
                float weight = projection.isIntegral() ? planes.faceWeight(start + i * perElement, isNear) : 1;
                add(i - from, value, weight, values);
            }
        }
    }

    /// Takes the values of one plane in; for extremes without holes that is a loop the compiler makes vectors
    /// of.
    private void join(Span written, int from, int q, float start, float perElement, float[] values) {
        int first = written.from - from;
        int last = written.to - from;
        if (projection.isIntegral()) {
            for (int k = first; k < last; k++) {
                float weight = planes.planeWeight(start + (k + from) * perElement, q);
                if (!Float.isNaN(one[k])) {
                    values[k] = weights[k] == 0 ? weight * one[k] : values[k] + weight * one[k];
                    weights[k] += weight;
                }
            }
        } else if (projection == Slab.Projection.MAXIMUM) {
            for (int k = first; k < last; k++) {
                // a comparison with NaN is false: what is NaN is replaced by anything, and replaces nothing
                values[k] = values[k] >= one[k] || Float.isNaN(one[k]) ? values[k] : one[k];
            }
        } else {
            for (int k = first; k < last; k++) {
                values[k] = values[k] <= one[k] || Float.isNaN(one[k]) ? values[k] : one[k];
            }
        }
    }

    private void add(int k, float value, float weight, float[] values) {
        if (projection.isIntegral()) {
            values[k] = weights[k] == 0 ? weight * value : values[k] + weight * value;
            weights[k] += weight;
        } else if (projection == Slab.Projection.MAXIMUM) {
            values[k] = values[k] >= value ? values[k] : value;
        } else {
            values[k] = values[k] <= value ? values[k] : value;
        }
    }

    private void finish(int count, float[] values) {
        if (projection == Slab.Projection.MEAN) {
            for (int k = 0; k < count; k++) {
                values[k] = weights[k] > 0 ? values[k] / weights[k] : Float.NaN;
            }
        } else if (projection == Slab.Projection.SUM) {
            for (int k = 0; k < count; k++) {
                float sum = scale.slope() * values[k] + scale.intercept() * weights[k];
                values[k] = weights[k] > 0 && scale.slope() != 0
                        ? (sum * sumPart - scale.intercept()) / scale.slope()
                        : Float.NaN;
            }
        }
    }
}
