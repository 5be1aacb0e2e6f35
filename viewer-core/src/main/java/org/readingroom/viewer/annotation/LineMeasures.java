package org.readingroom.viewer.annotation;

import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;

/// Angles between lines, and distances from them.
final class LineMeasures {
    /// chosen: a right angle stays one whatever the last bits say.
    private static final double ROUNDING_DEGREES = 1e-6;

    private LineMeasures() {}

    /// The angle between the two lines, whichever way each was drawn: 0 to 90 degrees.
    ///
    /// A curve of more than 90 degrees is given as what is missing to 180: between two lines without
    /// directions there is no telling which of the two is meant. Where the lines were drawn that far apart, the
    /// reader is told.
    ///
    /// **Source:** Cobb JR. Outline for the study of scoliosis. AAOS Instr Course Lect 1948;5:261-275: the
    /// lines of the end plates of the two vertebrae most tilted.
    // [impl->req~annotation.cobb~1]
    static void cobb(Annotation.Figure figure, Measuring measuring) {
        Vec3 first = measuring
                .shape()
                .of(figure.points().get(1).minus(figure.points().get(0)));
        Vec3 second = measuring
                .shape()
                .of(figure.points().get(3).minus(figure.points().get(2)));
        if (first.length() > 0 && second.length() > 0) {
            double degrees = Math.toDegrees(Math.atan2(first.cross(second).length(), Math.abs(first.dot(second))));
            measuring.add(Quantity.COBB_ANGLE, degrees, Measurement.DEGREE);
            if (first.dot(second) < 0 && degrees < 90 - ROUNDING_DEGREES) {
                measuring.caveat("viewer.cobb.over-90");
            }
        }
    }

    /// The distance of the third point from the straight line through the first two, beyond their ends too.
    ///
    /// **Source:** midline shift as in Bullock MR et al. Guidelines for the surgical management of traumatic
    /// brain injury. Neurosurgery 2006;58(3 Suppl):S2-1 (appendix on CT): the distance of the septum
    /// pellucidum from the ideal midline.
    // [impl->req~annotation.midline~1]
    static void midline(Annotation.Figure figure, Measuring measuring) {
        Vec3 along = measuring
                .shape()
                .of(figure.points().get(1).minus(figure.points().get(0)));
        Vec3 to = measuring
                .shape()
                .of(figure.points().get(2).minus(figure.points().get(0)));
        if (along.length() > 0) {
            measuring.length(Quantity.MIDLINE_DISTANCE, along.unit().cross(to).length());
        }
    }
}
