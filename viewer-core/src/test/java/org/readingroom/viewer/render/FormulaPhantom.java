package org.readingroom.viewer.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Volumes whose voxel value is a formula of the voxel's place in the patient.
final class FormulaPhantom {
    private FormulaPhantom() {}

    /// Linear in place, so that linear interpolation must give it back everywhere: HU from about -400 to 400.
    static double linear(Vec3 pPatient) {
        return 3 * pPatient.x() - 2 * pPatient.y() + 1.5 * pPatient.z() + 40;
    }

    /// Stored with the given slope per slice, so that a wrong scale is off by far more than rounding.
    static Volume volume(
            int columns, int rows, int depth, AffineMap voxelToPatient, float[] slopes, ToDoubleFunction<Vec3> hu) {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < depth; k++) {
            float slope = slopes[k % slopes.length];
            short[] samples = new short[columns * rows];
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < columns; i++) {
                    double value = hu.applyAsDouble(voxelToPatient.apply(new Vec3(i, j, k)));
                    samples[j * columns + i] = (short) Math.round((value + 1000) / slope);
                }
            }
            slices.add(GreySlice.of(columns, rows, samples, slope, -1000));
        }
        return new Volume(slices, voxelToPatient, true);
    }

    /// 40 × 30 × 20 voxels of 0.8 × 1.2 × 2.5 mm, turned about two axes.
    static AffineMap turned() {
        Vec3 x = new Vec3(0.9, 0.3, -0.2).unit();
        Vec3 z = x.cross(new Vec3(0.1, 1, 0.2)).unit();
        Vec3 y = z.cross(x).unit();
        return new AffineMap(x.times(0.8), y.times(1.2), z.times(2.5), new Vec3(-31, 12, 7));
    }
}
