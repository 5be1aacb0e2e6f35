package org.readingroom.viewer.phantom;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.readingroom.viewer.geometry.Vec3;

/// Paints organs into one axial slice, each into its box only.
///
/// **Units:** `edgeMm` is over how much a surface is drawn out.
final class TrunkSlice {
    private final float[] values;
    private final int size1d;
    private final double spacing;
    private final double edgeMm;
    private final Vec3 corner;

    TrunkSlice(int size1d, double spacingMm, double edgeMm, Vec3 corner, double outside) {
        this.size1d = size1d;
        this.spacing = spacingMm;
        this.edgeMm = edgeMm;
        this.corner = corner;
        this.values = new float[size1d * size1d];
        java.util.Arrays.fill(values, (float) outside);
    }

    float[] values() {
        return values;
    }

    void paint(List<Organ> organs, ToDoubleFunction<Organ> value) {
        double z = corner.z();
        for (Organ organ : organs) {
            if (z < organ.low().z() - edgeMm || z > organ.high().z() + edgeMm) {
                continue;
            }
            float above = (float) value.applyAsDouble(organ);
            int firstRow = index(organ.low().y() - edgeMm, corner.y());
            int lastRow = index(organ.high().y() + edgeMm, corner.y());
            int first = index(organ.low().x() - edgeMm, corner.x());
            int last = index(organ.high().x() + edgeMm, corner.x());
            for (int row = firstRow; row <= lastRow; row++) {
                double y = corner.y() + row * spacing;
                for (int column = first; column <= last; column++) {
                    double distance = organ.shape().distance(corner.x() + column * spacing, y, z);
                    double cover = Blend.cover(distance, edgeMm);
                    if (cover > 0) {
                        int at = row * size1d + column;
                        values[at] = (float) Blend.mix(values[at], above, cover);
                    }
                }
            }
        }
    }

    private int index(double at, double from) {
        return Math.clamp(Math.round((at - from) / spacing), 0, size1d - 1);
    }
}
