package org.readingroom.viewer.phantom;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// A stylised trunk from the neck to the thighs, arms raised out of the picture: organs from outside in.
///
/// What comes later in the list covers what came before.
///
/// **Space:** patient, millimetres: x to the left, y to the back, z to the head; z = 0 is the first lumbar vertebra.
final class TrunkAnatomy {
    private static final double END = 260;
    private static final double FAT = -100;
    private static final double SOFT = 45;
    /// Widths and depths of the body's half at heights from the feet to the head.
    private static final double[] HEIGHTS = {-260, -205, -150, -60, 30, 150, 195, 225, 260};
    private static final double[] HALF_X = {168, 172, 170, 150, 152, 162, 156, 104, 74};
    private static final double[] HALF_Y = {96, 106, 112, 106, 110, 113, 110, 98, 90};

    private final List<Organ> organs = new ArrayList<>();

    private TrunkAnatomy() {}

    static List<Organ> organs() {
        TrunkAnatomy anatomy = new TrunkAnatomy();
        anatomy.body();
        anatomy.chest();
        anatomy.abdomen();
        anatomy.bowel();
        anatomy.pelvis();
        TrunkBones.organs().forEach(anatomy.organs::add);
        return List.copyOf(anatomy.organs);
    }

    private static double profile(double[] values, double z) {
        for (int i = 1; i < HEIGHTS.length; i++) {
            if (z < HEIGHTS[i]) {
                double t = Math.clamp((z - HEIGHTS[i - 1]) / (HEIGHTS[i] - HEIGHTS[i - 1]), 0, 1);
                return Blend.mix(values[i - 1], values[i], t * t * (3 - 2 * t));
            }
        }
        return values[values.length - 1];
    }

    /// The body's surface moved inwards; below the trunk there are two thighs.
    private static Organ.Shape body(double inwardX, double inwardY) {
        return (x, y, z) -> {
            double trunk = Blend.ellipse(x, y, profile(HALF_X, z) - inwardX, profile(HALF_Y, z) - inwardY);
            if (z > -190) {
                return trunk;
            }
            double thigh = Blend.ellipse(Math.abs(x) - 88, y, 82 - inwardX, 90 - inwardY);
            double part = Math.clamp((-190 - z) / 25, 0, 1);
            return Blend.mix(trunk, Math.max(trunk, thigh), part);
        };
    }

    private void body() {
        Vec3 low = new Vec3(-180, -120, -END);
        Vec3 high = new Vec3(180, 120, END);
        organs.add(Organ.of(low, high, body(0, 0), FAT, 0.3));
        organs.add(Organ.of(low, high, body(17, 13), SOFT + 5, 0.6));
        organs.add(Organ.of(new Vec3(-150, -95, -185), new Vec3(150, 95, 190), body(30, 24), FAT, 0.4));
        Organ.Shape muscles = body(17, 13);
        add(
                Organ.tube(new Vec3(-34, 78, -130), new Vec3(-34, 78, 210), 19, SOFT + 8, 0.6)
                        .within(muscles),
                true);
        add(Organ.tube(new Vec3(-30, 44, -20), new Vec3(-52, 20, -150), 16, SOFT + 8, 0.6), true);
        add(
                Organ.ellipsoid(new Vec3(-72, 68, -150), new Vec3(58, 30, 70), SOFT + 8, 0.6)
                        .within(muscles),
                true);
    }

    private void add(Organ organ, boolean both) {
        organs.add(organ);
        if (both) {
            organs.add(organ.mirrored());
        }
    }

    private void chest() {
        organs.add(Organ.of(
                new Vec3(-45, -90, 60), new Vec3(45, 60, 200), (x, y, z) -> Blend.ellipse(x, y + 8, 44, 62), -20, 1));
        Organ lung = Organ.of(new Vec3(-132, -86, 10), new Vec3(-12, 90, 205), TrunkAnatomy::lung, -840, 0.4);
        add(lung, true);
        organs.add(Organ.ellipsoid(new Vec3(16, -24, 82), new Vec3(58, 46, 44), 42, 1.7));
        // The left ventricle's wall, which a fasting patient's heart may show.
        organs.add(Organ.ellipsoid(new Vec3(38, -22, 76), new Vec3(32, 28, 33), 50, 3.6));
        organs.add(Organ.ellipsoid(new Vec3(34, -18, 80), new Vec3(21, 17, 23), 42, 1.7));
        organs.add(Organ.tube(new Vec3(-8, -20, 110), new Vec3(-12, -22, 158), 15, 42, 1.7));
        for (int i = 0; i < 6; i++) {
            organs.add(Organ.tube(arch(i / 6.0), arch((i + 1) / 6.0), 13, 42, 1.7));
        }
        organs.add(Organ.tube(new Vec3(22, 36, 158), new Vec3(12, 32, -90), 11, 42, 1.7));
        organs.add(Organ.tube(new Vec3(-28, -14, 80), new Vec3(-26, -14, 190), 9, 42, 1.7));
        organs.add(Organ.tube(new Vec3(0, 14, 140), new Vec3(0, -4, END), 8, -1000, 0.2));
        add(Organ.tube(new Vec3(0, 14, 140), new Vec3(-32, 14, 118), 6, -1000, 0.2), true);
        add(Organ.tube(new Vec3(-24, -4, 190), new Vec3(-30, -4, END), 9, SOFT, 1.2), true);
    }

    private static double lung(double x, double y, double z) {
        double up = Math.clamp((z - 40) / 160, 0, 1);
        double scale = Math.pow(1 - up * up, 0.45);
        double outline = Blend.ellipse(x + 71, y - 4 - 8 * (1 - scale), 57 * scale + 1, 80 * scale + 1);
        double dome = 62 - 0.0075 * ((x + 71) * (x + 71) + 0.8 * (y + 6) * (y + 6));
        return Math.max(outline, dome - z);
    }

    private static Vec3 arch(double t) {
        return new Vec3(-12 + 34 * t, -22 + 58 * t, 158 + 18 * Math.sin(Math.PI * t));
    }

    private void abdomen() {
        Organ.Shape wall = body(34, 28);
        organs.add(Organ.ellipsoid(new Vec3(-52, -2, 2), new Vec3(98, 80, 62), 58, 2.2)
                .within(wall));
        organs.add(Organ.ellipsoid(new Vec3(92, 32, 22), new Vec3(30, 40, 42), 52, 1.8)
                .within(wall));
        organs.add(Organ.ellipsoid(new Vec3(52, -30, 14), new Vec3(44, 34, 44), 22, 1.4)
                .within(wall));
        organs.add(Organ.ellipsoid(new Vec3(52, -52, 18), new Vec3(30, 10, 30), -850, 0.3)
                .within(wall));
        add(Organ.ellipsoid(new Vec3(-60, 44, -38), new Vec3(28, 25, 52), 34, 3.2), true);
        add(Organ.ellipsoid(new Vec3(-50, 38, -38), new Vec3(12, 11, 24), 8, 6), true);
        organs.add(Organ.tube(new Vec3(-20, 26, 60), new Vec3(-18, 26, -95), 11, 40, 1.7));
        organs.add(Organ.tube(new Vec3(-10, 8, -8), new Vec3(62, 24, 12), 11, 42, 1.5));
    }

    /// Colon as a frame around the small bowel, with gas where it lies highest.
    private void bowel() {
        List<Vec3> frame = List.of(
                new Vec3(-98, 0, -130),
                new Vec3(-100, 5, -60),
                new Vec3(-60, -58, -52),
                new Vec3(0, -68, -66),
                new Vec3(60, -58, -44),
                new Vec3(104, 8, -40),
                new Vec3(100, 12, -120),
                new Vec3(40, 10, -150),
                new Vec3(0, 45, -165));
        for (int i = 1; i < frame.size(); i++) {
            organs.add(Organ.tube(frame.get(i - 1), frame.get(i), 19, 28, 1.3));
        }
        for (int i = 1; i < frame.size(); i++) {
            Vec3 up = new Vec3(0, -5, 0);
            organs.add(Organ.tube(frame.get(i - 1).plus(up), frame.get(i).plus(up), 9, -800, 0.5));
        }
        for (int loop = 0; loop < 7; loop++) {
            double z = -70 - 13 * loop;
            double turn = loop % 2 == 0 ? 1 : -1;
            organs.add(
                    Organ.tube(new Vec3(-62 * turn, -30, z), new Vec3(60 * turn, -22 + 4 * turn, z - 8), 12, 32, 1.2));
        }
    }

    private void pelvis() {
        organs.add(Organ.ellipsoid(new Vec3(0, -22, -182), new Vec3(40, 34, 28), 6, 12));
        organs.add(Organ.tube(new Vec3(0, 48, -165), new Vec3(0, 44, -185), 15, 30, 1.1));
        add(Organ.tube(new Vec3(8, 30, -90), new Vec3(-40, 0, -165), 7, 40, 1.6), true);
        add(Organ.tube(new Vec3(-40, 0, -165), new Vec3(-78, -48, -215), 7, 40, 1.6), true);
        add(Organ.tube(new Vec3(-78, -48, -215), new Vec3(-80, -40, -END), 7, 40, 1.5), true);
    }
}
