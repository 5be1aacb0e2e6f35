package org.readingroom.viewer.film;

/// A rectangle on a page, from its top left corner.
///
/// **Units:** millimetres.
public record RectangleMm(double x, double y, double width, double height) {
    public RectangleMm {
        if (!(width >= 0) || !(height >= 0) || !Double.isFinite(x + y + width + height)) {
            throw new IllegalArgumentException("rectangle of " + width + " x " + height + " mm");
        }
    }
}
