package org.readingroom.viewer.phantom;

import org.readingroom.viewer.geometry.Vec3;

/// Bones and outline of a right hand, seen from its back.
///
/// **Space:** millimetres: x to the right of the picture, z to the fingertips; thumb at the left.
final class HandAnatomy {
    /// For each finger from the index on: base of the metacarpal, its direction, lengths to the tip.
    private static final double[][] FINGERS = {
        {-15, -32, -0.19, 62, 39, 24, 17},
        {-4, -30, -0.05, 60, 43, 28, 18},
        {7, -32, 0.08, 54, 40, 27, 18},
        {16, -35, 0.22, 50, 32, 20, 16},
    };

    private final Shadows shadows;
    private final float[] bone;
    private final float[] flesh;

    private HandAnatomy(Shadows shadows) {
        this.shadows = shadows;
        bone = new float[shadows.rows() * shadows.columns()];
        flesh = new float[bone.length];
    }

    /// Millimetres of soft tissue that each ray would need to be weakened as much.
    static float[] tissueMm(Shadows shadows) {
        HandAnatomy hand = new HandAnatomy(shadows);
        for (int finger = 0; finger < FINGERS.length; finger++) {
            hand.finger(FINGERS[finger], finger == 3);
        }
        hand.thumb();
        hand.wrist();
        float[] lengths = new float[hand.bone.length];
        for (int i = 0; i < lengths.length; i++) {
            int row = i / shadows.columns();
            double x = shadows.left() + i % shadows.columns() * shadows.spacing();
            double z = shadows.top() - row * shadows.spacing();
            double mesh = 1 + 0.11 * Texture.cloud(x / 1.4, z / 2.6, 80, 3);
            lengths[i] = (float) (hand.flesh[i] * 0.5 + 15 * (1 - Math.exp(-hand.bone[i] / 8.5)) * 1.6 * mesh);
        }
        return lengths;
    }

    private void finger(double[] of, boolean broken) {
        Vec3 at = new Vec3(of[0], 0, of[1]);
        double lean = of[2];
        double radius = 4.4;
        for (int piece = 0; piece < 4; piece++) {
            double length = of[3 + piece];
            double turn = broken && piece == 0 ? -0.03 : 0;
            Vec3 to = at.plus(new Vec3(Math.sin(lean + turn), 0, Math.cos(lean + turn)).times(length));
            double wide = radius * (piece == 0 ? 1.3 : 1.15);
            if (broken && piece == 0) {
                broken(at, to, wide, radius);
            } else {
                phalanx(at, to, wide, radius, piece == 3);
            }
            double skin = piece == 0 ? 13.5 : 9.4 - 0.8 * piece;
            shadows.raise(flesh, new Tube(at, to, skin), 1);
            // The joint's cleft.
            at = to.plus(to.minus(at).unit().times(piece == 0 ? 2.4 : 1.8));
            radius *= 0.86;
        }
    }

    /// Broad at its base, slender in the middle, a head at its end.
    private void phalanx(Vec3 from, Vec3 to, double wide, double radius, boolean isTip) {
        Vec3 axis = to.minus(from).unit();
        double length = to.minus(from).length();
        Vec3 base = from.plus(axis.times(wide));
        Vec3 neck = from.plus(axis.times(length - wide * (isTip ? 0.8 : 1)));
        double waist = radius * (isTip ? 0.5 : 0.72);
        double head = isTip ? radius * 0.8 : wide * 0.92;
        shadows.shaft(bone, base, neck, t -> waist(t, wide, waist, head), 1.5);
    }

    /// The radius on the way from base to head, least a little beyond the middle.
    private static double waist(double t, double base, double waist, double head) {
        double off = t < 0.55 ? (0.55 - t) / 0.55 : (t - 0.55) / 0.45;
        return Blend.mix(waist, t < 0.55 ? base : head, Math.pow(off, 2.2));
    }

    /// Two parts with a dark cleft between, the head bent towards the palm and the thumb.
    private void broken(Vec3 from, Vec3 to, double wide, double radius) {
        Vec3 axis = to.minus(from).unit();
        double length = to.minus(from).length();
        Vec3 gap = from.plus(axis.times(length * 0.7));
        shadows.shaft(bone, from.plus(axis.times(wide)), gap, wide, radius * 0.85, 1.5);
        Vec3 bent = axis.plus(new Vec3(-0.42, 0, 0)).unit();
        Vec3 start = gap.plus(axis.times(2.4)).plus(new Vec3(-1.4, 0, 0));
        shadows.shaft(bone, start, start.plus(bent.times(length * 0.3 - wide - 2)), radius * 0.85, wide, 1.5);
        Vec3 across = new Vec3(0.9, 0, 0.5).unit().times(7);
        shadows.add(bone, new Tube(start.minus(across), start.plus(across), 0.7), -3);
        for (int i = 0; i < bone.length; i++) {
            bone[i] = Math.max(0, bone[i]);
        }
    }

    private void thumb() {
        Vec3 at = new Vec3(-24, 0, -44);
        double lean = -0.72;
        double[] lengths = {44, 31, 22};
        double radius = 4.6;
        for (int piece = 0; piece < 3; piece++) {
            Vec3 to = at.plus(new Vec3(Math.sin(lean), 0, Math.cos(lean)).times(lengths[piece]));
            phalanx(at, to, radius * 1.3, radius, piece == 2);
            shadows.raise(flesh, new Tube(at, to, 13 - 1.8 * piece), 1);
            at = to.plus(to.minus(at).unit().times(2));
            radius *= 0.9;
            lean += 0.09;
        }
    }

    /// Broad where it meets the wrist, and flatter than it is broad.
    private void radius() {
        float[] one = new float[bone.length];
        shadows.shaft(one, new Vec3(-8, 0, -82), new Vec3(-4, 0, -140), t -> 7 + 7 * Math.exp(-t * 6), 2);
        for (int i = 0; i < bone.length; i++) {
            bone[i] = Math.max(bone[i], 0.75F * one[i]);
        }
    }

    private void wrist() {
        double[][] carpals = {
            {-21, -52, 7}, {-13, -44, 5.5}, {-3, -45, 7.6}, {9, -46, 6.8},
            {-13, -62, 7.4}, {0, -62, 7.6}, {10, -59, 5.8}, {11, -56, 4.2},
        };
        for (double[] carpal : carpals) {
            Vec3 centre = new Vec3(carpal[0], 0, carpal[1]);
            float[] one = new float[bone.length];
            shadows.bone(one, new Tube(centre, centre.plus(new Vec3(1.5, 0, 1.5)), carpal[2]), 1);
            for (int i = 0; i < bone.length; i++) {
                bone[i] = Math.max(bone[i], one[i]) + 0.25F * Math.min(bone[i], one[i]);
            }
        }
        radius();
        shadows.shaft(bone, new Vec3(17, 0, -77), new Vec3(16, 0, -140), 7, 5.5, 2);
        shadows.raise(flesh, new Tube(new Vec3(-2, 0, -20), new Vec3(-2, 0, -40), 32), 0.55);
        shadows.raise(flesh, new Tube(new Vec3(-12, 0, -38), new Vec3(-6, 0, -60), 26), 0.6);
        shadows.raise(flesh, new Tube(new Vec3(2, 0, -60), new Vec3(3, 0, -140), 28), 0.66);
    }
}
