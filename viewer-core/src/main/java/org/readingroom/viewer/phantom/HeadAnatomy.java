package org.readingroom.viewer.phantom;

/// A stylised head in T1 grey: white matter bright, fluid dark, fat brightest.
///
/// **Space:** patient, millimetres; the middle of the brain is at z = 20.
final class HeadAnatomy {
    private static final double FAT = 900;
    private static final double SKULL = 70;
    private static final double FLUID = 130;
    private static final double GREY = 420;
    private static final double WHITE = 640;
    private static final double MUSCLE = 330;

    private HeadAnatomy() {}

    static double signal(double x, double y, double z, double edge) {
        double skin = Math.min(skull(x, y, z, 11), face(x, y, z));
        if (skin > 2 * edge) {
            return 6;
        }
        double value = Blend.mix(6, FAT, Blend.cover(skin, edge));
        value = Blend.mix(
                value, MUSCLE + 60 * Math.sin(x / 4) * Math.sin(z / 6 + y / 9), Blend.cover(face(x, y, z) + 5, edge));
        value = airways(value, x, y, z, edge);
        value = Blend.mix(value, SKULL, Blend.cover(skull(x, y, z, 6), edge));
        value = Blend.mix(value, 380, Blend.cover(Math.abs(skull(x, y, z, 4)) - 0.9, edge));
        value = Blend.mix(value, FLUID, Blend.cover(skull(x, y, z, 1), edge));
        value = brain(value, x, y, z, edge);
        value = below(value, x, y, z, edge);
        return value * (1 + 0.0009 * (z - 20)) * (1 - 0.0007 * x);
    }

    /// The bowl of the skull, grown by `outwards`; open below, where neck and face are.
    private static double skull(double x, double y, double z, double outwards) {
        double narrow = 1 - 0.08 * Math.clamp(-(y + 20) / 60, 0, 1);
        return Math.max(
                Blend.ellipsoid(x, y - 4, z - 22, 69 * narrow + outwards, 87 + outwards, 70 + outwards),
                -34 - outwards * 0.4 - z);
    }

    private static double face(double x, double y, double z) {
        double jaw = Blend.ellipse(x, y + 34, 62 - 0.12 * Math.abs(z + 40), 58);
        double neck = Blend.ellipse(x, y - 22, 62, 60);
        return Math.max(Math.min(jaw, neck), z - 10);
    }

    private static double airways(double below, double x, double y, double z, double edge) {
        double sinus = Blend.ellipsoid(Math.abs(x) - 26, y + 52, z + 48, 14, 16, 17);
        double nose = Math.max(Blend.ellipsoid(Math.abs(x) - 6, y + 58, z + 48, 4, 30, 20), -20 - y - 60);
        double throat = Blend.ellipse(x, y + 6, 13, 7);
        double value = Blend.mix(below, 12, Blend.cover(Math.max(throat, z + 42), edge));
        value = Blend.mix(value, 10, Blend.cover(nose, edge));
        value = Blend.mix(value, 10, Blend.cover(sinus, edge));
        double eye = Blend.ellipsoid(Math.abs(x) - 32, y + 62, z + 14, 13, 13, 13);
        value = Blend.mix(value, FAT, Blend.cover(eye - 6, edge));
        return Blend.mix(value, FLUID + 20, Blend.cover(eye, edge));
    }

    private static double brain(double below, double x, double y, double z, double edge) {
        double side = Math.abs(x);
        double surface = Math.max(
                Blend.ellipsoid(side - 2, y - 4, z - 24, 63, 82, 64),
                Math.min(-4 - z + 10 * Math.cos(y / 40), Blend.ellipsoid(side - 40, y + 14, z + 4, 24, 40, 26)));
        double folds = folds(side, y, z);
        double depth = -surface;
        // Furrows reach in from the surface and from the cleft between the halves.
        double toCleft = z > 40 - 0.006 * y * y || Math.abs(y) > 52 ? side - 1.3 : depth;
        double inward = Math.min(depth, Math.max(toCleft, 0));
        double furrow = 1.3 - 0.42 * inward + 4.2 * folds;
        double value = Blend.mix(below, GREY, Blend.cover(-depth, edge));
        value = Blend.mix(value, WHITE, Blend.cover(3.6 - inward + 3.4 * Math.abs(folds), 1.6 * edge));
        if (inward < 22) {
            value = Blend.mix(
                    value, GREY, Blend.cover(-(furrow + 2.6), 1.6 * edge) * (depth > 0 ? 1 : 0) * outer(inward));
            value = Blend.mix(value, FLUID, Blend.cover(-furrow, edge) * (depth > -1 ? 1 : 0) * outer(inward));
        }
        return deep(value, side, y, z, edge);
    }

    private static double outer(double inward) {
        return Math.clamp((20 - inward) / 6, 0, 1);
    }

    /// Waves of the cortex: zero along the furrows' walls, greatest in them.
    private static double folds(double x, double y, double z) {
        double a = Math.sin(0.21 * x + 1.3 * Math.sin(0.09 * y)) * Math.cos(0.19 * z + 0.7 * Math.sin(0.11 * x));
        double b = Math.sin(0.20 * y + 1.1 * Math.sin(0.10 * z)) * Math.cos(0.17 * x + 0.4);
        double c = Math.sin(0.22 * z + 0.9 * Math.sin(0.08 * y + 1)) * Math.cos(0.18 * y + 0.09 * x);
        double sum = a + b + c;
        return 0.55 - Math.abs(sum) * 1.5;
    }

    private static double deep(double below, double side, double y, double z, double edge) {
        double value = below;
        double thalamus = Blend.ellipsoid(side - 12, y - 10, z - 18, 9, 15, 10);
        value = Blend.mix(value, GREY + 70, Blend.cover(thalamus, edge));
        double putamen = Blend.ellipsoid(side - 27 - 0.05 * (y + 8), y + 8, z - 16, 5.5, 21, 11);
        value = Blend.mix(value, GREY + 30, Blend.cover(putamen, edge));
        double caudate = Blend.ellipsoid(side - 14, y + 22, z - 28, 5.5, 16, 8);
        value = Blend.mix(value, GREY + 20, Blend.cover(caudate, edge));
        double horn = Blend.ellipsoid(side - 7 - 0.12 * Math.abs(y + 4), y + 2, z - 32 + 0.004 * y * y, 6.5, 44, 7.5);
        value = Blend.mix(value, FLUID - 20, Blend.cover(Math.max(horn, 1 - side), edge));
        double third = Blend.ellipsoid(side, y - 6, z - 14, 2.2, 14, 11);
        return Blend.mix(value, FLUID - 20, Blend.cover(third, edge));
    }

    private static double below(double value, double x, double y, double z, double edge) {
        double cerebellum = Blend.ellipsoid(x, y - 48, z + 16, 50, 30, 24);
        double leaves = 70 * Math.sin(1.1 * (z + 16) + 0.02 * x * x * 0.2 + 0.15 * y);
        double result = Blend.mix(value, FLUID, Blend.cover(cerebellum - 2, edge));
        result = Blend.mix(result, GREY + leaves, Blend.cover(cerebellum, edge));
        result = Blend.mix(
                result, WHITE - 20, Blend.cover(Blend.ellipsoid(Math.abs(x) - 20, y - 42, z + 16, 14, 12, 9), 4));
        double stem = Blend.ellipse(x, y - 16 - 0.12 * (z + 10), z < -22 ? 9 : 15, z < -22 ? 8 : 13);
        stem = Math.max(stem, z - 8);
        result = Blend.mix(result, FLUID, Blend.cover(Math.max(stem - 3, z + 10), edge));
        result = Blend.mix(result, WHITE - 70, Blend.cover(stem, edge));
        double fourth = Blend.ellipsoid(x, y - 33, z + 14, 6, 4, 9);
        return Blend.mix(result, FLUID - 20, Blend.cover(fourth, edge));
    }
}
