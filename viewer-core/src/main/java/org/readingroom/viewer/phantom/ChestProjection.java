package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// How much tissue each ray from back to front meets in the chest of [ChestAnatomy], in millimetres of water.
///
/// Rays are parallel. Column goes to the patient's left, row towards the feet.
final class ChestProjection {
    private static final double STEP_MM = 10;
    private static final double BONE = 0.9;

    private final int size1d;
    private final double spacing;
    private final double top;

    ChestProjection(int size1d, double spacingMm, double topMm) {
        this.size1d = size1d;
        this.spacing = spacingMm;
        this.top = topMm;
    }

    private double x(int column) {
        return (column - (size1d - 1) / 2.0) * spacing;
    }

    private double z(int row) {
        return top - row * spacing;
    }

    float[] tissueMm() {
        float[] lengths = new float[size1d * size1d];
        float[] shownThrough = new float[size1d * size1d];
        for (int row = 0; row < size1d; row++) {
            double z = z(row);
            ChestAnatomy cut = new ChestAnatomy(z, spacing);
            for (int column = 0; column < size1d; column++) {
                double air = air(cut, x(column));
                shownThrough[row * size1d + column] = (float) Math.min(1, air / 60);
                lengths[row * size1d + column] = (float) (ray(x(column), z) - 0.84 * air);
            }
        }
        float[] vessels = new float[size1d * size1d];
        for (Tube tube : ChestAnatomy.allVessels()) {
            add(vessels, tube, tube.radius() > 4 ? 0.3 : 0.95);
        }
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] += vessels[i] * (0.15F + 0.85F * shownThrough[i]);
        }
        for (Tube tube : collarBones()) {
            add(lengths, tube, BONE);
        }
        return lengths;
    }

    private static List<Tube> collarBones() {
        return List.of(
                new Tube(new Vec3(-16, -70, 92), new Vec3(-72, -60, 108), 5.6),
                new Tube(new Vec3(-72, -60, 108), new Vec3(-138, -20, 112), 5),
                new Tube(new Vec3(16, -70, 92), new Vec3(72, -60, 108), 5.6),
                new Tube(new Vec3(72, -60, 108), new Vec3(138, -20, 112), 5));
    }

    private static double air(ChestAnatomy cut, double x) {
        if (Math.abs(x) > 140) {
            return 0;
        }
        double air = 0;
        for (double y = -100 + STEP_MM / 2; y < 100; y += STEP_MM) {
            air += STEP_MM * Blend.cover(cut.lung(x, y), 12);
        }
        return air;
    }

    private static double ray(double x, double z) {
        double shoulder = smooth((z - 84) / 50);
        double neck = smooth((z - 112) / 60);
        double halfWidth = 158 + 30 * shoulder - 150 * neck;
        double ux = Math.abs(x) / halfWidth;
        if (ux >= 1) {
            return 0;
        }
        double depth = 106 * (1 - 0.38 * shoulder) * Math.pow(1 - Math.pow(ux, 2.5), 0.4);
        double tissue = 2 * depth * 0.95 - 0.75 * chord(x - 1, z > 30 ? 8 : 0);
        double below = Math.clamp((-58 - z) / 20, 0, 1);
        return tissue + 12 * below + bones(x, z);
    }

    /// Zero up to 0, one from 1, without a corner.
    private static double smooth(double t) {
        double u = Math.clamp(t, 0, 1);
        return u * u * (3 - 2 * u);
    }

    /// Through a disc of `radius` at distance `off` from its middle.
    private static double chord(double off, double radius) {
        double square = radius * radius - off * off;
        return square <= 0 ? 0 : 2 * Math.sqrt(square);
    }

    private static double bones(double x, double z) {
        double sum = 0;
        double across = x / 133;
        if (Math.abs(across) < 1) {
            double sine = Math.sqrt(1 - across * across);
            double slant = Math.min(2.6, 1 / Math.max(0.2, sine));
            sum += rib(z, sine, slant);
            sum += rib(z, -sine, slant) * smooth((0.84 - sine) / 0.2);
        }
        double inVertebra = z / 24 - Math.floor(z / 24);
        double height = Math.abs(inVertebra - 0.5) * 24;
        double waist = 18 * (1 - 0.1 * Math.cos(Math.PI * height / 10));
        double edge = Math.clamp((9.6 - height) / 1.2, 0, 1);
        double body = chord(x, waist) * 0.85 * (0.28 + 0.22 * edge);
        double rim = Math.exp(-square((Math.abs(x) - waist + 1.5) / 1.2)) * 6 * edge;
        double pedicle = Math.exp(-square((Math.hypot(Math.abs(x) - 11, height - 3) - 3.4) / 1.1)) * 5;
        double spinous = Math.exp(-square(x / 2.6)) * Math.clamp(6 - height, 0, 1) * 8;
        return sum + body + rim + pedicle + spinous;
    }

    private static double rib(double z, double sine, double slant) {
        double height = (z - 34 * sine) / 25;
        double along = Math.abs(height - Math.rint(height)) * 25 / 6.4;
        if (along >= 1 || Math.abs(z - 34 * sine) > 122) {
            return 0;
        }
        double round = Math.sqrt(1 - along * along);
        double cortex = Math.exp(-square((along - 0.86) / 0.12));
        return (5.5 * Math.min(1, 3 * round) + 3.2 * cortex) * slant * BONE;
    }

    private static double square(double value) {
        return value * value;
    }

    /// Adds a sphere at a place of the chest; `density` is its excess over lung.
    void addSphere(float[] lengths, Vec3 centre, double diameterMm, double density) {
        add(lengths, new Tube(centre, centre.plus(new Vec3(0, 1e-3, 0)), diameterMm / 2), density);
    }

    /// Adds the shadow of a tube, as if it lay flat before the plate.
    private void add(float[] lengths, Tube tube, double density) {
        double reach = tube.radius() + spacing;
        Tube flat = new Tube(flat(tube.start()), flat(tube.end()).plus(new Vec3(1e-6, 0, 0)), tube.radius());
        int first = column(Math.min(tube.start().x(), tube.end().x()) - reach);
        int last = column(Math.max(tube.start().x(), tube.end().x()) + reach);
        int firstRow = row(tube.highestZ() + spacing);
        int lastRow = row(tube.lowestZ() - spacing);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = first; column <= last; column++) {
                double off = flat.distance(x(column), 0, z(row)) + tube.radius();
                lengths[row * size1d + column] += (float) (density * chord(off, tube.radius()));
            }
        }
    }

    private static Vec3 flat(Vec3 point) {
        return new Vec3(point.x(), 0, point.z());
    }

    private int column(double x) {
        return Math.clamp(Math.round(x / spacing + (size1d - 1) / 2.0), 0, size1d - 1);
    }

    private int row(double z) {
        return Math.clamp(Math.round((top - z) / spacing), 0, size1d - 1);
    }
}
