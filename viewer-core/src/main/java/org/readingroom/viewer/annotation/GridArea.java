package org.readingroom.viewer.annotation;

/// An area over a grid of values.
///
/// **Space:** grid: `x` the column, `y` the row, whole numbers at the centres.
interface GridArea {
    /// True when the point lies inside or on the outline.
    boolean contains(double x, double y);

    double minX();

    double maxX();

    double minY();

    double maxY();
}
