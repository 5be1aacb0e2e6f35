package org.readingroom.viewer.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// A trunk by formula: what tissue lies at a place of the patient, and what CT, PET and MR show of it.
final class Body {
    private Body() {}

    /// 0 air, 1 soft tissue, 2 lung, 3 bone, 4 liver, 5 tumour; edges are 1 mm soft by mixing.
    static double[] tissues(Vec3 p) {
        double[] part = new double[6];
        double body = inside(p, new Vec3(0, 0, 0), new Vec3(62, 46, 70));
        double left = inside(p, new Vec3(28, -4, 18), new Vec3(20, 26, 34));
        double right = inside(p, new Vec3(-27, -2, 22), new Vec3(21, 28, 38));
        double spine = inside(p, new Vec3(0, 32, 0), new Vec3(9, 9, 200));
        double liver = inside(p, new Vec3(-24, 2, -36), new Vec3(28, 24, 20));
        double tumour = inside(p, new Vec3(30, -2, 24), new Vec3(7, 6, 8));
        double lung = Math.max(left, right) * (1 - tumour);
        part[5] = tumour * body;
        part[2] = lung * body;
        part[3] = spine * body * (1 - lung);
        part[4] = liver * body * (1 - lung) * (1 - spine);
        part[0] = 1 - body;
        part[1] = Math.max(0, body - part[2] - part[3] - part[4] - part[5]);
        return part;
    }

    private static double inside(Vec3 p, Vec3 centre, Vec3 half) {
        Vec3 d = p.minus(centre);
        double r = Math.sqrt(sq(d.x() / half.x()) + sq(d.y() / half.y()) + sq(d.z() / half.z()));
        double smallest = Math.min(half.x(), Math.min(half.y(), half.z()));
        return Math.clamp(0.5 - (r - 1) * smallest, 0, 1);
    }

    private static double sq(double x) {
        return x * x;
    }

    static double ct(Vec3 p) {
        return mix(p, -1000, 40, -800, 600, 60, 30);
    }

    /// Becquerel: little in lungs and bone, more in the liver, most in the tumour.
    static double pet(Vec3 p) {
        return mix(p, 0, 1500, 500, 1200, 5000, 20_000);
    }

    static double mr(Vec3 p) {
        return mix(p, 0, 300, 20, 90, 420, 500);
    }

    private static double mix(Vec3 p, double... values) {
        double[] part = tissues(p);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += part[i] * values[i];
        }
        return sum;
    }

    /// `shape` of the place `q` of the volume's own space, with noise of `sigma` from a fixed seed.
    static Volume volume(int columns, int rows, int depth, Vec3 spacing, double sigma, ToDoubleFunction<Vec3> shape) {
        Random random = new Random(7);
        AffineMap map = new AffineMap(
                new Vec3(spacing.x(), 0, 0),
                new Vec3(0, spacing.y(), 0),
                new Vec3(0, 0, spacing.z()),
                new Vec3(
                        -spacing.x() * (columns - 1) / 2,
                        -spacing.y() * (rows - 1) / 2,
                        -spacing.z() * (depth - 1) / 2));
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < depth; k++) {
            short[] samples = new short[columns * rows];
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < columns; i++) {
                    double value = shape.applyAsDouble(map.apply(new Vec3(i, j, k))) + sigma * random.nextGaussian();
                    samples[j * columns + i] = (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
                }
            }
            slices.add(GreySlice.of(columns, rows, samples, 1, 0));
        }
        return new Volume(slices, map, true);
    }
}
