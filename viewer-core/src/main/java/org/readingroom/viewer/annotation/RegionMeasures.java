package org.readingroom.viewer.annotation;

import java.util.OptionalDouble;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.RegionAxis;
import org.readingroom.viewer.display.UltrasoundRegion;
import org.readingroom.viewer.geometry.Vec3;

/// Measures in ultrasound regions that are no pictures of tissue: velocity over time, depth over time.
///
/// A line tells the time that passes along it and how much velocity or depth changes; a probe the velocity at its
/// point.
/// Nothing else has a meaning there.
///
/// **Source:** DICOM PS3.3 section C.8.5.5.
// [impl->req~annotation.ultrasound~1]
final class RegionMeasures {
    private RegionMeasures() {}

    static void measure(Annotation annotation, UltrasoundRegion region, Measuring measuring) {
        if (annotation instanceof Annotation.Length line) {
            between(line.start(), line.end(), region, measuring);
        } else if (annotation instanceof Annotation.Figure figure && figure.kind() == FigureKind.PROBE) {
            at(figure.points().getFirst(), region, measuring);
        } else if (annotation instanceof Annotation.Figure figure && hasNoNumbers(figure.kind())) {
            return;
        } else {
            measuring.caveat("viewer.region.no-shape");
        }
    }

    private static boolean hasNoNumbers(FigureKind kind) {
        return kind == FigureKind.ARROW || kind == FigureKind.TEXT || kind == FigureKind.SPINE_LABEL;
    }

    private static void between(Vec3 start, Vec3 end, UltrasoundRegion region, Measuring measuring) {
        Vec3 d = end.minus(start);
        boolean isTime = region.x().unit() == RegionAxis.Unit.SECOND;
        if (isTime) {
            measuring.add(Quantity.DURATION, 1000 * Math.abs(d.x() * region.x().perPixel()), Measurement.MILLISECOND);
            if (region.isSweeping()) {
                measuring.caveat("viewer.region.sweeping");
            }
        }
        double change = d.y() * region.y().perPixel();
        switch (region.y().unit()) {
            case CENTIMETRE_PER_SECOND ->
                measuring.add(Quantity.VELOCITY_CHANGE, change, Measurement.CENTIMETRE_PER_SECOND);
            case HERTZ -> measuring.add(Quantity.FREQUENCY_CHANGE, change, Measurement.HERTZ);
            case CENTIMETRE -> {
                if (region.isMMode()) {
                    measuring.add(Quantity.DEPTH_CHANGE, Math.abs(10 * change), Measurement.MILLIMETRE);
                } else {
                    measuring.caveat("viewer.region.unknown-units");
                }
            }
            case SECOND, UNKNOWN -> measuring.caveat("viewer.region.unknown-units");
        }
    }

    private static void at(Vec3 point, UltrasoundRegion region, Measuring measuring) {
        RegionAxis.Unit unit = region.y().unit();
        if (unit != RegionAxis.Unit.CENTIMETRE_PER_SECOND && unit != RegionAxis.Unit.HERTZ) {
            measuring.caveat("viewer.region.no-value");
            return;
        }
        OptionalDouble value = region.y().value(point.y());
        if (value.isEmpty()) {
            measuring.caveat("viewer.region.no-baseline");
        } else if (unit == RegionAxis.Unit.HERTZ) {
            measuring.add(Quantity.FREQUENCY, value.getAsDouble(), Measurement.HERTZ);
        } else {
            measuring.add(Quantity.VELOCITY, value.getAsDouble(), Measurement.CENTIMETRE_PER_SECOND);
        }
    }
}
