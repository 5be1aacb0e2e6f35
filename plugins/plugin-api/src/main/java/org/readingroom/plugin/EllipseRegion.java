package org.readingroom.plugin;

/// An ellipse on a slice.
///
/// **Space:** image, in pixels; (0, 0) is the centre of the first pixel, x goes along columns.
/// **Units:** `angleDegrees` turns the first half axis from x towards y.
public record EllipseRegion(double centreX, double centreY, double halfAxisA, double halfAxisB, double angleDegrees) {
    public EllipseRegion {
        if (!(halfAxisA > 0 && halfAxisB > 0)) {
            throw new IllegalArgumentException("half axes " + halfAxisA + " and " + halfAxisB + " must be above 0");
        }
    }

    /// Whether a point lies inside or on the line.
    public boolean contains(double x, double y) {
        double angle = Math.toRadians(angleDegrees);
        double dx = x - centreX;
        double dy = y - centreY;
        double a = (dx * Math.cos(angle) + dy * Math.sin(angle)) / halfAxisA;
        double b = (dy * Math.cos(angle) - dx * Math.sin(angle)) / halfAxisB;
        return a * a + b * b <= 1;
    }
}
