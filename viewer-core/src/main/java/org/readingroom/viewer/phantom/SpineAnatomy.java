package org.readingroom.viewer.phantom;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// A spine by formula: vertebrae and discs along a curve, canal and cord behind them, muscle and fat around.
///
/// **Space:** patient, millimetres; the middle of L5 lies at height zero.
public final class SpineAnatomy {
    /// A vertebra by its name, the height of its middle and half its own height.
    public record Vertebra(String name, double z, double halfMm) {
        /// Its middle in the patient.
        public Vec3 middle() {
            return new Vec3(0, depth(z), z);
        }
    }

    private static final List<Vertebra> VERTEBRAE = List.of(
            new Vertebra("T9", 254, 10.5),
            new Vertebra("T10", 228, 11),
            new Vertebra("T11", 201, 11.5),
            new Vertebra("T12", 173, 12),
            new Vertebra("L1", 142, 13),
            new Vertebra("L2", 109, 13.5),
            new Vertebra("L3", 74, 14),
            new Vertebra("L4", 37, 14),
            new Vertebra("L5", 0, 13.5),
            new Vertebra("S1", -34, 13),
            new Vertebra("S2", -61, 11));

    private static final double AIR = 8;
    private static final double FAT = 760;
    private static final double BONE = 430;
    private static final double DISC = 720;
    private static final double FLUID = 1120;
    private static final double CORD = 380;
    private static final double MUSCLE = 210;
    private static final double VESSEL = 40;

    private SpineAnatomy() {}

    /// **Order:** from above down.
    public static List<Vertebra> vertebrae() {
        return VERTEBRAE;
    }

    /// How far back the middle of the spine lies at a height: hollow in the loins.
    static double depth(double z) {
        return -15 + 0.00125 * (z - 74) * (z - 74);
    }

    static double signal(Vec3 at, double edgeMm) {
        double back = at.y() - depth(at.z());
        double value = in(AIR, FAT, Blend.ellipse(at.x(), at.y() + 20, 165, 108), edgeMm);
        value = in(value, MUSCLE + 60, Blend.ellipse(at.x(), at.y() + 24, 150, 88), edgeMm);
        for (int side = -1; side <= 1; side += 2) {
            value = in(value, MUSCLE, Blend.ellipse(at.x() - side * 40, back - 2, 19, 22), edgeMm);
            value = in(value, MUSCLE, Blend.ellipse(at.x() - side * 30, back - 52, 27, 22), edgeMm);
        }
        value = in(value, VESSEL, Blend.ellipse(at.x() - 8, back + 30, 9, 9), edgeMm);
        value = column(at, back, value, edgeMm);
        value = in(value, FLUID, Blend.ellipse(at.x(), back - 26, 10, 7.5), edgeMm);
        // the cord ends at the first lumbar vertebra
        return at.z() > 140 ? in(value, CORD, Blend.ellipse(at.x(), back - 26, 5, 3.8), edgeMm) : value;
    }

    /// Bodies, discs between them, and a spinous process behind each.
    private static double column(Vec3 at, double back, double value, double edgeMm) {
        double body = Blend.ellipse(at.x(), back, 23, 16.5);
        double behind = Blend.ellipse(at.x(), back - 50, 3.5, 15);
        double lowest = VERTEBRAE.getLast().z() - VERTEBRAE.getLast().halfMm();
        double result = at.z() < lowest ? value : in(value, DISC, body, edgeMm);
        for (Vertebra one : VERTEBRAE) {
            double along = Math.abs(at.z() - one.z()) - one.halfMm();
            result = in(result, BONE, Math.max(body, along), edgeMm);
            double process = Math.abs(at.z() - (one.z() - 6)) - 7;
            result = in(result, BONE, Math.max(behind, process), edgeMm);
        }
        return result;
    }

    private static double in(double outside, double inside, double distance, double edgeMm) {
        return Blend.mix(outside, inside, Blend.cover(distance, edgeMm));
    }
}
