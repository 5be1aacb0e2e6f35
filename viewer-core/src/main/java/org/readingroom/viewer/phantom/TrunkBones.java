package org.readingroom.viewer.phantom;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// Spine, ribs, breastbone, pelvis and hips of [TrunkAnatomy]: a dense shell around marrow.
final class TrunkBones {
    private static final double CORTEX = 620;
    private static final double MARROW = 180;
    private static final double MARROW_SUV = 1.3;
    private static final double RIB_STEP_MM = 25;

    private final List<Organ> organs = new ArrayList<>();

    private TrunkBones() {}

    static List<Organ> organs() {
        TrunkBones bones = new TrunkBones();
        bones.spine();
        bones.ribs();
        bones.pelvis();
        return bones.organs;
    }

    private void bone(Vec3 low, Vec3 high, Organ.Shape shape, double thicknessMm, double marrow) {
        organs.add(Organ.of(low, high, shape, CORTEX, 0.9));
        organs.add(Organ.of(low, high, (x, y, z) -> shape.distance(x, y, z) + thicknessMm, marrow, MARROW_SUV));
    }

    private void both(Vec3 low, Vec3 high, Organ.Shape shape, double thicknessMm, double marrow) {
        int first = organs.size();
        bone(low, high, shape, thicknessMm, marrow);
        organs.addAll(organs.subList(first, organs.size()).stream()
                .map(Organ::mirrored)
                .toList());
    }

    private static double inVertebra(double z) {
        double step = z < -5 ? 32 : 25;
        double from = z < -5 ? z + 5 : z;
        return Math.abs(from / step - Math.floor(from / step) - 0.5) * step - (step / 2 - 2.4);
    }

    private void spine() {
        bone(
                new Vec3(-24, 40, -118),
                new Vec3(24, 74, 260),
                (x, y, z) -> Math.max(Blend.ellipse(x, y - 56, 20 - z / 90, 16), inVertebra(z)),
                2,
                MARROW);
        bone(
                new Vec3(-34, 70, -118),
                new Vec3(34, 105, 260),
                (x, y, z) -> Math.max(
                        Math.min(
                                Math.abs(Blend.ellipse(x, y - 79, 12, 11)) - 3.4,
                                Math.min(
                                        Blend.ellipse(Math.abs(x) - 22, y - 80, 12, 4),
                                        Blend.ellipse(x, y - 92, 3.4, 9))),
                        inVertebra(z) + 4),
                2,
                260);
        // The sacrum, narrowing towards the tailbone.
        bone(
                new Vec3(-56, 50, -185),
                new Vec3(56, 100, -110),
                (x, y, z) -> Math.max(
                        Blend.ellipse(x, y - 76 - (z + 118) * 0.12, 54 + (z + 112) * 0.55, 17 + (z + 112) * 0.1),
                        Math.abs(z + 148) - 36),
                2.5,
                150);
    }

    private void ribs() {
        Vec3 low = new Vec3(-140, -100, 0);
        Vec3 high = new Vec3(140, 100, 205);
        bone(low, high, TrunkBones::rib, 1.6, 130);
        bone(
                new Vec3(-22, -92, 60),
                new Vec3(22, -70, 175),
                (x, y, z) -> Math.max(
                        Blend.ellipse(x, y + 82 - 0.05 * (z - 100), z > 150 ? 22 : 15, 6), Math.abs(z - 115) - 55),
                1.6,
                120);
        both(
                new Vec3(-140, -70, 165),
                new Vec3(-10, -20, 200),
                new Tube(new Vec3(-20, -62, 176), new Vec3(-128, -32, 186), 6)::distance,
                1.6,
                200);
        both(
                new Vec3(-135, 40, 105),
                new Vec3(-70, 95, 195),
                (x, y, z) -> Math.max(
                        Math.abs(y - 82 + 0.011 * (x + 78) * (x + 78)) - 3,
                        Math.max(x + 78, -x - 84 - 0.45 * (z - 105))),
                1.2,
                200);
    }

    private static double rib(double x, double y, double z) {
        double taper = z < 150 ? 1 : 1 - (z - 150) / 130;
        double ux = x / (130 * taper);
        double uy = y / (86 * taper);
        double square = ux * ux + uy * uy;
        if (square < 0.75 || square > 1.3) {
            return 20;
        }
        double radius = Math.sqrt(square);
        double sine = uy / radius;
        double height = (z - 100 - 34 * sine) / RIB_STEP_MM;
        double number = Math.rint(height);
        if (number < -3 || number > 3 || sine < -0.74) {
            return 20;
        }
        return Blend.ellipse((radius - 1) * 104 * taper, (height - number) * RIB_STEP_MM, 4.6, 6.4);
    }

    private void pelvis() {
        both(new Vec3(-125, -50, -178), new Vec3(-40, 92, -82), TrunkBones::wing, 2.2, 160);
        both(
                new Vec3(-118, -30, -222),
                new Vec3(-58, 38, -150),
                new Tube(new Vec3(-86, 4, -182), new Vec3(-86.01, 4, -182), 34)::distance,
                3,
                220);
        // The ball and its socket's cleft.
        organs.add(hollow());
        organs.add(hollow().mirrored());
        both(
                new Vec3(-140, -25, -260),
                new Vec3(-60, 40, -155),
                (x, y, z) -> Math.min(
                        new Tube(new Vec3(-88, 2, -186), new Vec3(-88.01, 2, -186), 23).distance(x, y, z),
                        Math.min(
                                new Tube(new Vec3(-88, 2, -186), new Vec3(-118, 8, -210), 13).distance(x, y, z),
                                new Tube(new Vec3(-118, 8, -206), new Vec3(-108, 6, -275), 14).distance(x, y, z))),
                4,
                60);
        both(
                new Vec3(-90, -62, -215),
                new Vec3(-3, -5, -175),
                new Tube(new Vec3(-12, -48, -200), new Vec3(-70, -18, -184), 9)::distance,
                2.2,
                160);
        both(
                new Vec3(-80, -20, -245),
                new Vec3(-35, 50, -185),
                new Tube(new Vec3(-66, 34, -195), new Vec3(-48, 8, -232), 11)::distance,
                2.2,
                160);
    }

    private static Organ hollow() {
        Vec3 low = new Vec3(-116, -28, -214);
        Vec3 high = new Vec3(-60, 34, -156);
        return Organ.of(low, high, new Tube(new Vec3(-88, 2, -186), new Vec3(-88.01, 2, -186), 26)::distance, 40, 0.6);
    }

    /// The wing of the ilium: a bent plate that widens upwards.
    private static double wing(double x, double y, double z) {
        double up = (z + 178) / 96;
        double across = 62 + 34 * up;
        double plate = Math.abs(Blend.ellipse(x, y - 22, across + 22, 62 + 12 * up)) - 5.5;
        double front = -18 - 22 * up;
        double crest = z + 84 + 0.012 * (y - 20) * (y - 20);
        return Math.max(Math.max(plate, crest), Math.max(front - y, Math.max(x + 46, -178 - z)));
    }
}
