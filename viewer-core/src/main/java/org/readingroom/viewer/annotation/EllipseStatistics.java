package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// Statistics of the grid points whose centre lies in an ellipse, its edge included.
///
/// The standard deviation divides by n - 1, as ImageJ's does; one point has none. Points without a value
/// (padding) are not counted.
// [impl->req~annotation.statistics~1]
final class EllipseStatistics {
    /// chosen: a centre on the edge counts as inside whatever way its position was rounded.
    private static final double EDGE = 1e-9;

    private long count;
    private double mean;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private EllipseStatistics() {}

    /// Mean, standard deviation, minimum, maximum, count; only the count when no point has a value.
    static List<Measurement> of(Annotation.Ellipse ellipse, ValueGrid grid) {
        EllipseStatistics statistics = new EllipseStatistics();
        statistics.addInside(ellipse, grid);
        String unit = grid.unit().ucum();
        List<Measurement> out = new ArrayList<>();
        if (statistics.count > 0) {
            out.add(new Measurement(Quantity.MEAN, statistics.mean, unit));
            if (statistics.count > 1) {
                double variance = statistics.squares / (statistics.count - 1);
                out.add(new Measurement(Quantity.STANDARD_DEVIATION, Math.sqrt(variance), unit));
            }
            out.add(new Measurement(Quantity.MINIMUM, statistics.least, unit));
            out.add(new Measurement(Quantity.MAXIMUM, statistics.most, unit));
        }
        out.add(new Measurement(Quantity.COUNT, statistics.count, Measurement.UNITY));
        return out;
    }

    private void addInside(Annotation.Ellipse ellipse, ValueGrid grid) {
        AffineMap spaceToGrid = grid.gridToSpace().inverse();
        Vec3 center = spaceToGrid.apply(ellipse.center());
        Vec3 a = spaceToGrid.applyToDirection(ellipse.halfAxisA());
        Vec3 b = spaceToGrid.applyToDirection(ellipse.halfAxisB());
        // in grid coordinates the figure is still an ellipse: p = center + u·a + v·b with u² + v² <= 1
        double area = a.x() * b.y() - a.y() * b.x();
        if (area == 0) {
            return;
        }
        double reachX = Math.hypot(a.x(), b.x());
        double reachY = Math.hypot(a.y(), b.y());
        int firstColumn = (int) Math.max(0, Math.floor(center.x() - reachX));
        int lastColumn = (int) Math.min(grid.columns() - 1.0, Math.ceil(center.x() + reachX));
        int firstRow = (int) Math.max(0, Math.floor(center.y() - reachY));
        int lastRow = (int) Math.min(grid.rows() - 1.0, Math.ceil(center.y() + reachY));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                double dx = column - center.x();
                double dy = row - center.y();
                double u = (dx * b.y() - dy * b.x()) / area;
                double v = (dy * a.x() - dx * a.y()) / area;
                if (u * u + v * v <= 1 + EDGE) {
                    add(grid.value(column, row));
                }
            }
        }
    }

    /// Welford's update: the deviations keep their digits whatever the mean.
    private void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
        least = Math.min(least, value);
        most = Math.max(most, value);
    }
}
