package org.readingroom.viewer.phantom;

/// Spine, ribs, breastbone and shoulder blades of [ChestAnatomy].
final class ChestBones {
    private static final double CORTEX = 720;
    private static final double MARROW = 190;
    private static final double VERTEBRA_MM = 24;
    private static final double RIB_STEP_MM = 25;
    private static final double SHELL_X = 133;
    private static final double SHELL_Y = 88;

    private ChestBones() {}

    static double over(double below, double x, double y, double z, double edge) {
        double value = ribs(below, x, y, z, edge);
        if (y < -60) {
            return Math.abs(x) < 30 ? breastbone(value, x, y, z, edge) : value;
        }
        if (y > 30 && Math.abs(x) > 70) {
            return shoulderBlade(value, Math.abs(x), y, z, edge);
        }
        return Math.abs(x) < 50 && y > 38 ? spine(value, x, y, z, edge) : value;
    }

    private static double bone(double below, double distance, double thicknessMm, double marrow, double edge) {
        double value = Blend.mix(below, CORTEX, Blend.cover(distance, edge));
        return Blend.mix(value, marrow, Blend.cover(distance + thicknessMm, edge));
    }

    private static double ribs(double below, double x, double y, double z, double edge) {
        double ux = x / SHELL_X;
        double uy = y / SHELL_Y;
        double square = ux * ux + uy * uy;
        if (square < 0.8 || square > 1.25) {
            return below;
        }
        double radius = Math.sqrt(square);
        double across = (radius - 1) * (SHELL_Y + 18);
        if (Math.abs(across) > 8) {
            return below;
        }
        double sine = uy / radius;
        boolean isCartilage = sine < -0.74;
        // Ribs fall from the back to the front; the nearest of them decides.
        double height = (z - 34 * sine) / RIB_STEP_MM;
        double along = (height - Math.rint(height)) * RIB_STEP_MM;
        double distance = Blend.ellipse(across, along, 4.2, 6.4);
        if (isCartilage) {
            return Math.abs(x) < 16 ? below : Blend.mix(below, 110, Blend.cover(distance, edge));
        }
        return bone(below, distance, 1.3, 140, edge);
    }

    private static double breastbone(double below, double x, double y, double z, double edge) {
        double width = z > 50 ? 24 : 17;
        double distance = z < -60 ? 1e3 : Blend.ellipse(x, y + 86 - 0.04 * z, width, 6);
        return bone(below, distance, 1.4, 120, edge);
    }

    private static double shoulderBlade(double below, double x, double y, double z, double edge) {
        if (z < 5) {
            return below;
        }
        double t = Math.clamp((x - 78) / 52, 0, 1);
        double line = 82 - 34 * t * t;
        double reach = Math.max(78 - x, x - (92 + 0.32 * z));
        return bone(below, Math.max(Math.abs(y - line) - 2.6 - 2 * t, reach), 1.1, 220, edge);
    }

    private static double spine(double below, double x, double y, double z, double edge) {
        double inVertebra = z / VERTEBRA_MM - Math.floor(z / VERTEBRA_MM);
        double height = Math.abs(inVertebra - 0.5) * VERTEBRA_MM;
        double waist = 1 - 0.1 * Math.cos(Math.PI * height / 10);
        double body = Math.max(Math.max(Blend.ellipse(x, y - 60, 18 * waist, 15.5 * waist), y - 71), height - 9.6);
        double value = Blend.mix(below, 88, Blend.cover(Math.max(Blend.ellipse(x, y - 60, 17, 14), y - 71), edge));
        value = bone(value, body, 1.5, MARROW + 22 * Math.sin(x * 1.9) * Math.sin(y * 1.7) * Math.sin(z), edge);
        double ring = Blend.ellipse(x, y - 81, 15, 13);
        double arch = Math.max(ring, height - 8);
        value = bone(value, arch, 2, 380, edge);
        double wing = Math.max(Blend.ellipse(Math.abs(x) - 25, y - 84, 13, 4.2), height - 5);
        value = bone(value, wing, 1.2, 260, edge);
        double spinous = Math.max(Blend.ellipse(x, y - 101, 3.4, 11), height - 6);
        value = bone(value, spinous, 1.1, 300, edge);
        value = Blend.mix(value, 12, Blend.cover(Blend.ellipse(x, y - 79, 9.5, 8), edge));
        return Blend.mix(value, 38, Blend.cover(Blend.ellipse(x, y - 79, 5.6, 4.4), edge));
    }
}
