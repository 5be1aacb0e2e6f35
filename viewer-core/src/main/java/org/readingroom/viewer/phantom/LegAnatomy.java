package org.readingroom.viewer.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.readingroom.viewer.geometry.Vec3;

/// Bones and arteries of a right knee from the front.
///
/// **Space:** millimetres: x to the patient's left, z to the head; the knee's cleft is at z = 5.
final class LegAnatomy {
    private static final double BLOOD_MM_PER_SECOND = 95;
    private static final List<Piece> ARTERIES = arteriesOnce();

    private LegAnatomy() {}

    /// A short piece of artery; `millimetres` of way from where the contrast comes in.
    record Piece(Tube tube, double millimetres) {
        /// How full of contrast it is, 0 to 1: it comes quickly and is slowly washed out.
        double filling(double seconds) {
            double since = seconds - millimetres / BLOOD_MM_PER_SECOND;
            double comes = Math.clamp(since / 0.35, 0, 1);
            double goes = since > 1.6 ? Math.exp(-(since - 1.6) / 1.1) : 1;
            return comes * comes * (3 - 2 * comes) * goes;
        }
    }

    static List<Piece> arteries() {
        return ARTERIES;
    }

    static float[] tissueMm(Shadows shadows) {
        float[] lengths = new float[shadows.rows() * shadows.columns()];
        for (int row = 0; row < shadows.rows(); row++) {
            double z = shadows.top() - row * shadows.spacing();
            double half = 62 + 0.16 * z + 5 * Math.cos((z + 60) / 34);
            for (int column = 0; column < shadows.columns(); column++) {
                double x = shadows.left() + column * shadows.spacing();
                double across = Math.clamp(1 - Math.pow(Math.abs(x) / half, 2.4), 0, 1);
                double muscle = 1 + 0.03 * Texture.cloud(x / 18, z / 60, 70, 3);
                lengths[row * shadows.columns() + column] = (float) (84 * Math.sqrt(across) * muscle);
            }
        }
        bones(shadows, lengths);
        return lengths;
    }

    private static void bones(Shadows shadows, float[] lengths) {
        float[] bone = new float[lengths.length];
        shadows.shaft(bone, new Vec3(-6, 0, 125), new Vec3(-2, 0, 48), 14, 13, 5);
        shadows.shaft(bone, new Vec3(-2, 0, 48), new Vec3(-1, 0, 30), 13, 24, 2);
        for (int side = -1; side <= 1; side += 2) {
            shadows.bone(bone, new Tube(new Vec3(19 * side, 0, 30), new Vec3(20 * side, 0, 27), 19), 1.6);
            shadows.bone(bone, new Tube(new Vec3(-22, 0, -6 + side), new Vec3(22, 0, -6 + side), 8), 1.4);
        }
        shadows.shaft(bone, new Vec3(0, 0, -12), new Vec3(4, 0, -48), 25, 13, 2);
        shadows.shaft(bone, new Vec3(4, 0, -48), new Vec3(6, 0, -125), 13, 11.5, 4.5);
        shadows.bone(bone, new Tube(new Vec3(-33, 0, -18), new Vec3(-34, 0, -24), 9), 1.4);
        shadows.shaft(bone, new Vec3(-34, 0, -28), new Vec3(-32, 0, -125), 6, 5.5, 2.2);
        shadows.bone(bone, new Tube(new Vec3(-3, 0, 36), new Vec3(1, 0, 32), 20), 1.4);
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] += Math.min(bone[i], 62) * 1.25F;
        }
    }

    private static List<Piece> arteriesOnce() {
        List<Piece> pieces = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(31);
        double knee = vessel(
                pieces, 0, 3.4, 3, new Vec3(14, 0, 125), new Vec3(10, 0, 70), new Vec3(2, 0, 30), new Vec3(-2, 0, -22));
        double fork = vessel(pieces, knee, 2.5, 2.3, new Vec3(-2, 0, -22), new Vec3(-5, 0, -38));
        vessel(
                pieces,
                knee,
                2,
                1.5,
                new Vec3(-2, 0, -22),
                new Vec3(-17, 0, -36),
                new Vec3(-20, 0, -80),
                new Vec3(-17, 0, -125));
        vessel(pieces, fork, 1.9, 1.4, new Vec3(-5, 0, -38), new Vec3(4, 0, -70), new Vec3(13, 0, -125));
        vessel(pieces, fork, 1.6, 1.1, new Vec3(-5, 0, -38), new Vec3(-9, 0, -75), new Vec3(-8, 0, -125));
        List<Piece> stems = List.copyOf(pieces);
        for (int i = 14; i < stems.size(); i += 9) {
            Piece stem = stems.get(i);
            double side = i % 2 == 0 ? 1 : -1;
            Vec3 direction = new Vec3(side, 0, -0.9 + 0.8 * random.nextDouble()).unit();
            branch(
                    pieces,
                    stem.tube().end(),
                    direction,
                    Math.min(1.1, stem.tube().radius() * 0.5),
                    stem.millimetres(),
                    random);
        }
        return List.copyOf(pieces);
    }

    /// A vessel through the points, bent without corners; returns the way of its end. The first has a stenosis.
    private static double vessel(List<Piece> pieces, double way, double first, double last, Vec3... points) {
        double gone = way;
        Vec3 from = points[0];
        int steps = 24;
        int spans = points.length - 1;
        for (int step = 1; step <= steps * spans; step++) {
            Vec3 to = CatmullRom.at(points, (double) step / steps);
            double t = (double) step / (steps * spans);
            double narrow = way == 0 ? 0.66 * Math.exp(-Math.pow((to.z() - 62) / 6, 2)) : 0;
            gone += to.minus(from).length();
            pieces.add(new Piece(new Tube(from, to, Blend.mix(first, last, t) * (1 - narrow)), gone));
            from = to;
        }
        return gone;
    }

    private static void branch(
            List<Piece> pieces, Vec3 from, Vec3 direction, double radius, double way, SplittableRandom random) {
        Vec3 at = from;
        Vec3 heading = direction;
        double gone = way;
        for (int step = 0; step < 9; step++) {
            Vec3 to = at.plus(heading.times(3.2));
            gone += 4.5;
            pieces.add(new Piece(new Tube(at, to, radius * (1 - step / 16.0)), gone));
            at = to;
            heading = heading.plus(new Vec3(0.6 * (random.nextDouble() - 0.5), 0, 0.5 * (random.nextDouble() - 0.7)))
                    .unit();
            if (radius > 0.5 && step == 5) {
                branch(pieces, at, new Vec3(heading.x() * 0.4, 0, -1).unit(), radius * 0.7, gone, random);
            }
        }
    }
}
