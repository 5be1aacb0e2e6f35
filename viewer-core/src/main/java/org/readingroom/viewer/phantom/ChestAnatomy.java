package org.readingroom.viewer.phantom;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// One axial cut through a stylised chest: Hounsfield units as a formula of the place.
///
/// The order of the blends is that of the organs from outside in; what comes later covers what came before.
///
/// **Space:** patient, millimetres: x to the left, y to the back, z to the head; z = 0 is the middle.
final class ChestAnatomy {
    private static final double AIR = -1000;
    private static final double FAT = -100;
    private static final double MUSCLE = 52;
    private static final double BLOOD = 42;
    private static final double LUNG = -862;

    private static final Vec3 RIGHT_HILUM = new Vec3(-36, 4, 8);
    private static final Vec3 LEFT_HILUM = new Vec3(36, 4, 16);
    private static final List<Tube> LUNG_VESSELS = bothTrees();
    private static final List<Tube> GREAT_VESSELS = greatVessels();
    private static final List<Tube> AIRWAYS = airways();

    private final double z;
    private final double edge;
    private final double bodyX;
    private final double bodyY;
    private final double lungScale;
    private final List<Tube> greatVessels;
    private final List<Tube> airways;

    ChestAnatomy(double z, double edgeMm) {
        this.z = z;
        this.edge = edgeMm;
        bodyX = 158 + 6 * Math.sin((z + 60) / 90);
        bodyY = 108 + 4 * Math.cos(z / 80);
        double up = (z + 30) / 145;
        lungScale = up >= 1 ? 0 : z > -30 ? Math.pow(1 - up * up, 0.42) : 1;
        greatVessels = near(GREAT_VESSELS, z, 3);
        airways = near(AIRWAYS, z, 3);
    }

    private static List<Tube> near(List<Tube> tubes, double z, double margin) {
        return tubes.stream()
                .filter(tube -> tube.lowestZ() - margin < z && z < tube.highestZ() + margin)
                .toList();
    }

    /// Every vessel of both lungs, and every great vessel.
    static List<Tube> allVessels() {
        List<Tube> all = new ArrayList<>(LUNG_VESSELS);
        all.addAll(GREAT_VESSELS);
        return all;
    }

    /// Vessels inside the lungs that this cut meets; painted by their bounding boxes, there are thousands.
    List<Tube> lungVessels() {
        return near(LUNG_VESSELS, z, 1);
    }

    private static List<Tube> tree(Vec3 root, double side, long seed) {
        List<Vec3> directions = List.of(
                new Vec3(side * 0.5, -0.3, 1),
                new Vec3(side * 0.7, 0.5, 0.9),
                new Vec3(side, -0.7, 0.1),
                new Vec3(side, 0.2, -0.2),
                new Vec3(side * 0.6, 0.9, -0.5),
                new Vec3(side * 0.5, 0.4, -1),
                new Vec3(side * 0.7, -0.5, -0.8));
        return VesselTree.grow(root, directions, 3.6, seed);
    }

    private static List<Tube> bothTrees() {
        List<Tube> tubes = new ArrayList<>(tree(RIGHT_HILUM, -1, 11));
        tubes.addAll(tree(LEFT_HILUM, 1, 12));
        return List.copyOf(tubes);
    }

    private static List<Tube> greatVessels() {
        List<Tube> tubes = new ArrayList<>();
        tubes.add(new Tube(new Vec3(-12, -22, -15), new Vec3(-14, -24, 42), 15));
        tubes.add(new Tube(new Vec3(26, 40, -135), new Vec3(22, 36, 42), 12));
        for (int i = 0; i < 12; i++) {
            tubes.add(new Tube(arch(i / 12.0), arch((i + 1) / 12.0), 13.5 - i * 0.1));
        }
        tubes.add(new Tube(new Vec3(14, -30, -12), new Vec3(12, -14, 18), 13));
        tubes.add(new Tube(new Vec3(12, -12, 18), LEFT_HILUM, 10));
        tubes.add(new Tube(new Vec3(12, -12, 14), new Vec3(-38, 6, 10), 9.5));
        tubes.add(new Tube(new Vec3(-26, -8, -5), new Vec3(-24, -14, 90), 8.5));
        tubes.add(new Tube(new Vec3(-18, -18, 62), new Vec3(-22, -16, 130), 6));
        tubes.add(new Tube(new Vec3(2, -12, 64), new Vec3(10, -10, 130), 4.2));
        tubes.add(new Tube(new Vec3(16, 8, 62), new Vec3(22, 4, 130), 4.8));
        return List.copyOf(tubes);
    }

    private static Vec3 arch(double t) {
        double angle = Math.PI * t;
        return new Vec3(-14 + 36 * t, -24 + 60 * t, 42 + 18 * Math.sin(angle));
    }

    private static List<Tube> airways() {
        return List.of(
                new Tube(new Vec3(0, 14, 34), new Vec3(0, 6, 135), 8.2),
                new Tube(new Vec3(0, 14, 34), new Vec3(-30, 14, 14), 6.2),
                new Tube(new Vec3(0, 14, 34), new Vec3(36, 16, 12), 5.8),
                new Tube(new Vec3(-30, 14, 14), new Vec3(-52, 24, -14), 3.6),
                new Tube(new Vec3(-30, 14, 14), new Vec3(-56, 4, 34), 3.2),
                new Tube(new Vec3(36, 16, 12), new Vec3(54, 28, -16), 3.4),
                new Tube(new Vec3(36, 16, 12), new Vec3(56, 4, 32), 3.2));
    }

    /// Signed distance from the surface of the lung on the side of `x`, negative inside.
    double lung(double x, double y) {
        if (lungScale <= 0) {
            return 1e3;
        }
        double side = x < 0 ? -1 : 1;
        double fromMiddle = side * x - 72;
        double outline = Blend.ellipse(fromMiddle, y - 6 - 8 * (1 - lungScale), 60 * lungScale + 1, 84 * lungScale + 1);
        double domeTop = side < 0 ? -62 : -70;
        double dome = domeTop - 0.0075 * (fromMiddle * fromMiddle + 0.8 * (y + 6) * (y + 6));
        double open = Math.max(outline, dome - z);
        // Nothing of the mediastinum reaches further out.
        return Math.abs(x) > 90 || open > 20 ? open : Math.max(open, -mediastinum(x, y));
    }

    /// The space between the lungs: heart below, great vessels above; negative inside.
    private double mediastinum(double x, double y) {
        double heart = Blend.ellipsoid(x - 20, y + 26, z + 48, 62, 50, 56);
        double column = Blend.ellipse(x, y - 62, 24, 34);
        double upper = Blend.ellipse(x - 3, y - 6, z > 60 ? 34 : 38, 56);
        return Math.min(heart, Math.min(column, upper));
    }

    /// Hounsfield units at a place, without lung vessels, nodules and grain.
    double hounsfield(double x, double y) {
        double body = superEllipse(x, y, bodyX, bodyY);
        if (body > 2 * edge) {
            return couch(x, y);
        }
        double lung = lung(x, y);
        if (lung < -12) {
            return ChestBones.over(airways(x, y, lungTissue(x, y)), x, y, z, edge);
        }
        double value = couch(x, y);
        value = Blend.mix(value, FAT, Blend.cover(body, edge));
        value = Blend.mix(value, 30, Blend.cover(Math.abs(body + 1) - 1, edge));
        double wall = superEllipse(x, y, bodyX - 17 - 5 * Math.abs(x) / bodyX, bodyY - 13);
        if (wall < edge) {
            value = Blend.mix(value, MUSCLE + 6 * Math.sin(x / 7) * Math.sin(y / 5), Blend.cover(wall, edge));
        }
        double inner = superEllipse(x, y, bodyX - 30, bodyY - 24);
        if (inner < edge) {
            value = Blend.mix(value, mediastinalFat(x, y), Blend.cover(inner, edge));
        }
        value = organsBelow(x, y, value, inner);
        if (lung < 0.8 + edge) {
            value = Blend.mix(value, 20, Blend.cover(lung - 0.8, edge));
            value = Blend.mix(value, lungTissue(x, y), Blend.cover(lung, edge));
        }
        if (Math.abs(x - 10) > 75) {
            return ChestBones.over(airways(x, y, value), x, y, z, edge);
        }
        value = heart(x, y, value);
        for (Tube tube : greatVessels) {
            if (!tube.isBeside(x, y, 2)) {
                value = Blend.mix(value, BLOOD, Blend.cover(tube.distance(x, y, z), edge));
            }
        }
        value = Blend.mix(value, 34, Blend.cover(Blend.ellipse(x - 4, y - 38, 9, 6), edge));
        value = Blend.mix(value, -700, Blend.cover(Blend.ellipse(x - 4, y - 38, 2.5, 1.5), edge));
        return ChestBones.over(airways(x, y, value), x, y, z, edge);
    }

    private double airways(double x, double y, double below) {
        double value = below;
        for (Tube tube : airways) {
            if (tube.isBeside(x, y, 3)) {
                continue;
            }
            double distance = tube.distance(x, y, z);
            value = Blend.mix(value, 20, Blend.cover(distance - 1.3, edge));
            value = Blend.mix(value, AIR, Blend.cover(distance, edge));
        }
        return value;
    }

    private double couch(double x, double y) {
        double arc = y - 124 + x * x / 900;
        double board = Math.abs(x) > 165 ? 1e3 : Math.abs(arc - 6) - 5;
        double skin = Math.abs(Math.abs(arc - 6) - 5) - 0.6;
        double value = Blend.mix(AIR, -930, Blend.cover(board, edge));
        return Blend.mix(value, -300, Math.abs(x) > 165 ? 0 : Blend.cover(skin, edge));
    }

    private static double superEllipse(double x, double y, double halfX, double halfY) {
        double ux = Math.abs(x) / halfX;
        double uy = Math.abs(y) / halfY;
        double power = ux * ux * Math.sqrt(ux) + uy * uy * Math.sqrt(uy);
        // Far from the edge the distance is not used, only its sign.
        double r = power < 0.5 || power > 2 ? power : Math.pow(power, 0.4);
        return (r - 1) * Math.min(halfX, halfY);
    }

    private double mediastinalFat(double x, double y) {
        double strands = Math.sin(0.31 * x + 0.17 * y + z / 9)
                + Math.sin(0.13 * x - 0.37 * y - z / 7)
                + Math.sin(0.23 * y - 0.41 * x + z / 5);
        return FAT + 10 + 6 * strands;
    }

    private double organsBelow(double x, double y, double below, double inner) {
        double inside = Blend.cover(inner + 3, edge);
        if (z > -40 || inside == 0) {
            return below;
        }
        double liver = Math.max(Blend.ellipse(x + 52, y + 2, 92, 84), z + 58);
        double spleen = Blend.ellipse(x - 96, y - 34, 26, 40);
        double stomach = Blend.ellipse(x - 66, y + 30, 42, 34);
        double value = Blend.mix(below, FAT + 6, inside);
        value = Blend.mix(value, 24, Blend.cover(stomach, edge) * inside);
        value = Blend.mix(value, -880, Blend.cover(Math.max(stomach + 3, y + 40), edge) * inside);
        value = Blend.mix(value, 54, Blend.cover(spleen, edge) * inside);
        return Blend.mix(value, 61, Blend.cover(liver, edge) * inside);
    }

    /// Lung is denser where it lies lowest, towards the back.
    private double lungTissue(double x, double y) {
        return LUNG + 0.45 * (y + 10) + 9 * Math.sin(x / 23 + z / 31) * Math.sin(y / 19);
    }

    private double heart(double x, double y, double below) {
        double outer = Blend.ellipsoid(x - 20, y + 26, z + 48, 58, 46, 52);
        double value = Blend.mix(below, 40, Blend.cover(outer, edge));
        double groove = Math.abs(Blend.ellipsoid(x + 22, y + 40, z + 30, 40, 34, 50)) - 2.2;
        double arc = Math.max(Math.max(groove, outer + 1), Math.max(-18 - x, y + 22));
        return Blend.mix(value, FAT + 30, Blend.cover(arc, edge) * 0.8);
    }
}
