package org.readingroom.viewer.phantom;

import org.readingroom.viewer.geometry.Vec3;

/// What a skeleton, kidneys, bladder and four hot spots send to a gamma camera, blurred as it blurs.
///
/// **Space:** millimetres: x to the patient's left, z to the head; the hips are at z = 0.
final class SkeletonUptake {
    static final double TOP_MM = 880;

    private static final double BLUR_MM = 5;

    private final Shadows shadows;
    private final boolean posterior;
    private final float[] counts;

    private SkeletonUptake(Shadows shadows, boolean posterior) {
        this.shadows = shadows;
        this.posterior = posterior;
        this.counts = new float[shadows.rows() * shadows.columns()];
    }

    static float[] counts(Shadows shadows, boolean posterior) {
        SkeletonUptake uptake = new SkeletonUptake(shadows, posterior);
        uptake.softTissue();
        uptake.trunk();
        uptake.limbs(-1);
        uptake.limbs(1);
        uptake.hotSpots();
        float[] blurred = uptake.counts;
        for (int pass = 0; pass < 3; pass++) {
            blurred = boxBlur(blurred, shadows);
        }
        return blurred;
    }

    /// Denser where it lies nearer to the camera.
    private void tube(double x1, double z1, double x2, double z2, double radius, double front, double back) {
        Tube tube = new Tube(new Vec3(x1, 0, z1), new Vec3(x2, 0, z2 - 0.01), radius);
        shadows.add(counts, tube, posterior ? back : front);
    }

    private void both(double x1, double z1, double x2, double z2, double radius, double front, double back) {
        tube(x1, z1, x2, z2, radius, front, back);
        tube(-x1, z1, -x2, z2, radius, front, back);
    }

    private void softTissue() {
        tube(0, 700, 0, 780, 70, 0.03, 0.03);
        both(60, 90, 95, 480, 80, 0.025, 0.025);
        both(90, 40, 85, -360, 62, 0.015, 0.015);
        both(85, -400, 85, -720, 42, 0.014, 0.014);
        both(200, 480, 242, 60, 30, 0.013, 0.013);
    }

    private void trunk() {
        tube(0, 765, 0, 735, 74, 0.12, 0.12);
        tube(0, 715, 0, 680, 50, 0.2, 0.08);
        for (int vertebra = 0; vertebra < 24; vertebra++) {
            double z = 80 + vertebra * 24.5;
            double radius = 19 - 0.4 * vertebra;
            tube(-radius * 0.5, z, radius * 0.5, z, 10, 0.42, 0.9);
        }
        for (int rib = 0; rib < 10; rib++) {
            double z = 560 - 24 * rib;
            double wide = 92 + 7 * Math.min(rib, 5);
            both(14, z, wide * 0.75, z - 4, 5, 0.1, 0.7);
            both(wide * 0.75, z - 4, wide, z - 40, 5, 0.4, 0.45);
            both(wide, z - 40, rib > 6 ? wide * 0.8 : 34, z - 62, 5, 0.65, 0.1);
        }
        tube(0, 560, 0, 420, 13, 0.85, 0.05);
        both(12, 585, 150, 600, 7, 0.75, 0.4);
        both(70, 560, 120, 470, 26, 0.05, 0.2);
        both(110, 560, 80, 450, 8, 0.1, 0.55);
        both(30, 70, 95, 110, 20, 0.22, 0.62);
        both(95, 110, 128, 60, 12, 0.5, 0.4);
        both(120, 60, 88, 0, 20, 0.35, 0.35);
        both(70, -25, 14, -40, 11, 0.6, 0.2);
        both(62, -30, 50, -75, 11, 0.3, 0.42);
        tube(0, 70, 0, 20, 28, 0.2, 0.65);
        both(62, 235, 58, 180, 24, 0.22, 0.85);
        tube(-8, -14, 8, -14, 30, 2.6, 1.1);
    }

    private void limbs(int side) {
        double x = 95 * side;
        tube(x, 0, 128 * side, -25, 20, 0.42, 0.42);
        tube(128 * side, -25, 90 * side, -400, 13, 0.36, 0.36);
        tube(90 * side - 12, -415, 90 * side + 12, -415, 26, 0.34, 0.28);
        tube(88 * side, -450, 88 * side, -790, 12, 0.38, 0.34);
        tube(110 * side, -455, 106 * side, -790, 5, 0.3, 0.3);
        tube(88 * side, -800, 92 * side, -850, 20, 0.32, 0.28);
        tube(92 * side, -850, 105 * side, -890, 22, 0.24, 0.2);
        tube(165 * side, 580, 160 * side, 575, 27, 0.45, 0.4);
        tube(165 * side, 570, 215 * side, 330, 11, 0.36, 0.36);
        tube(215 * side, 320, 220 * side, 310, 20, 0.36, 0.36);
        tube(214 * side, 310, 234 * side, 110, 7, 0.34, 0.34);
        tube(230 * side, 312, 248 * side, 110, 6, 0.34, 0.34);
        tube(241 * side, 95, 243 * side, 80, 20, 0.38, 0.38);
        for (int finger = 0; finger < 4; finger++) {
            tube((228 + 9 * finger) * side, 70, (224 + 13 * finger) * side, 0, 4, 0.36, 0.36);
        }
    }

    /// Rib, third lumbar vertebra, left wing of the pelvis, right thigh.
    private void hotSpots() {
        tube(-118, 400, -112, 386, 11, 3.4, 1.6);
        tube(-6, 154, 8, 154, 11, 1.4, 4.2);
        tube(92, 88, 98, 84, 15, 1.3, 3.2);
        tube(-108, -215, -106, -235, 12, 3.2, 2.8);
    }

    private static float[] boxBlur(float[] values, Shadows grid) {
        int reach = (int) Math.max(1, Math.round(BLUR_MM / grid.spacing() / 2));
        float[] across = new float[values.length];
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int column = i % grid.columns();
            across[i] = mean(values, i - column, 1, column, grid.columns(), reach);
        }
        for (int i = 0; i < values.length; i++) {
            int row = i / grid.columns();
            result[i] = mean(across, i % grid.columns(), grid.columns(), row, grid.rows(), reach);
        }
        return result;
    }

    private static float mean(float[] values, int first, int stride, int at, int count, int reach) {
        float sum = 0;
        for (int i = at - reach; i <= at + reach; i++) {
            sum += values[first + stride * Math.clamp(i, 0, count - 1)];
        }
        return sum / (2 * reach + 1);
    }
}
