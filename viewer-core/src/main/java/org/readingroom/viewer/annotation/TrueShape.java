package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// From differences of points to differences in true shape, and in which units those are.
record TrueShape(double perX, double perY, boolean isMillimetres, List<String> caveatKeys) {
    Vec3 of(Vec3 difference) {
        return new Vec3(difference.x() * perX, difference.y() * perY, difference.z());
    }

    double length(Vec3 from, Vec3 to) {
        return of(to.minus(from)).length();
    }

    String lengthUnit() {
        return isMillimetres ? Measurement.MILLIMETRE : Measurement.PIXELS;
    }

    String areaUnit() {
        return isMillimetres ? Measurement.SQUARE_MILLIMETRE : Measurement.SQUARE_PIXELS;
    }
}
