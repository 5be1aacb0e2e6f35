package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;

/// The mechanical axis of one leg, or of both: middle of the head of the femur, of the knee and of the ankle.
///
/// The inner side of a leg is that of the other leg. Of one leg alone nobody says which side it is: its
/// numbers have no sign then, and say so.
///
/// **Source:** Paley D, Tetsworth K. Mechanical axis deviation of the lower limbs. Clin Orthop Relat Res
/// 1992;280:48-64; Moreland JR, Bassett LW, Hanker GJ. J Bone Joint Surg Am 1987;69:745-749 (hip-knee-ankle
/// angle).
// [impl->req~annotation.leg~1]
final class LegAxis {
    private record Leg(Vec3 hip, Vec3 knee, Vec3 ankle) {
        double length() {
            return ankle.minus(hip).length();
        }

        /// From the axis to the knee.
        Vec3 offset() {
            Vec3 axis = ankle.minus(hip);
            Vec3 to = knee.minus(hip);
            return axis.length() == 0 ? Vec3.ZERO : to.minus(axis.times(to.dot(axis) / axis.dot(axis)));
        }

        /// How far thigh and shank are from being in line, in degrees.
        double bend() {
            Vec3 thigh = knee.minus(hip);
            Vec3 shank = ankle.minus(knee);
            return Math.toDegrees(Math.atan2(thigh.cross(shank).length(), thigh.dot(shank)));
        }

        /// 1 when the axis passes on the inner side of the knee, towards `other`; -1 on the outer.
        int sign(Leg other) {
            return offset().dot(other.knee.minus(knee)) <= 0 ? 1 : -1;
        }
    }

    private LegAxis() {}

    static void measure(Annotation.Figure figure, Measuring measuring) {
        Leg right = leg(figure, 0, measuring);
        if (figure.points().size() < 6) {
            tell(right, 1, measuring, Quantity.HIP_KNEE_ANKLE_ANGLE, Quantity.AXIS_DEVIATION, Quantity.LEG_LENGTH);
            measuring.caveat("viewer.leg.side-unknown");
            return;
        }
        Leg left = leg(figure, 3, measuring);
        tell(
                right,
                right.sign(left),
                measuring,
                Quantity.RIGHT_HIP_KNEE_ANKLE_ANGLE,
                Quantity.RIGHT_AXIS_DEVIATION,
                Quantity.RIGHT_LEG_LENGTH);
        tell(
                left,
                left.sign(right),
                measuring,
                Quantity.LEFT_HIP_KNEE_ANKLE_ANGLE,
                Quantity.LEFT_AXIS_DEVIATION,
                Quantity.LEFT_LEG_LENGTH);
        measuring.length(Quantity.LEG_LENGTH_DIFFERENCE, right.length() - left.length());
    }

    private static Leg leg(Annotation.Figure figure, int first, Measuring measuring) {
        List<Vec3> p = figure.points();
        // differences from one point of the figure, so that they may be brought to true shape
        Vec3 from = p.getFirst();
        return new Leg(
                measuring.shape().of(p.get(first).minus(from)),
                measuring.shape().of(p.get(first + 1).minus(from)),
                measuring.shape().of(p.get(first + 2).minus(from)));
    }

    private static void tell(
            Leg leg, int sign, Measuring measuring, Quantity angle, Quantity deviation, Quantity length) {
        measuring.add(angle, 180 - sign * leg.bend(), Measurement.DEGREE);
        measuring.length(deviation, sign * leg.offset().length());
        measuring.length(length, leg.length());
    }
}
