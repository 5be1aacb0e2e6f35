package org.readingroom.viewer.annotation;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// The area within an ellipse of any rotation. Two half axes that lie in one line enclose nothing.
///
/// In grid coordinates the figure is still an ellipse: p = centre + u·a + v·b with u² + v² <= 1.
// [impl->req~annotation.statistics~1]
record GridEllipse(Vec3 centre, Vec3 a, Vec3 b) implements GridArea {
    /// chosen: a centre on the edge counts as inside whatever way its position was rounded.
    private static final double EDGE = 1e-9;

    /// **Space:** all three in that of the grid's annotation; `a` and `b` are the half axes.
    static GridEllipse of(Vec3 centre, Vec3 a, Vec3 b, ValueGrid grid) {
        AffineMap spaceToGrid = grid.gridToSpace().inverse();
        return new GridEllipse(
                spaceToGrid.apply(centre), spaceToGrid.applyToDirection(a), spaceToGrid.applyToDirection(b));
    }

    @Override
    public boolean contains(double x, double y) {
        double area = a.x() * b.y() - a.y() * b.x();
        double dx = x - centre.x();
        double dy = y - centre.y();
        double u = (dx * b.y() - dy * b.x()) / area;
        double v = (dy * a.x() - dx * a.y()) / area;
        return area != 0 && u * u + v * v <= 1 + EDGE;
    }

    @Override
    public double minX() {
        return centre.x() - Math.hypot(a.x(), b.x());
    }

    @Override
    public double maxX() {
        return centre.x() + Math.hypot(a.x(), b.x());
    }

    @Override
    public double minY() {
        return centre.y() - Math.hypot(a.y(), b.y());
    }

    @Override
    public double maxY() {
        return centre.y() + Math.hypot(a.y(), b.y());
    }
}
