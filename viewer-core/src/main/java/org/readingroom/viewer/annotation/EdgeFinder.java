package org.readingroom.viewer.annotation;

import java.util.Optional;
import org.readingroom.viewer.geometry.Vec3;

/// Finds where values change most steeply near a point, to a fraction of a pixel.
///
/// The slope at a pixel is that of the central differences of both directions. Among the pixels in reach the steepest
/// is taken, nearer ones before farther ones of like slope; then a parabola through the slopes along the steepest way
/// gives the place between pixels.
// [impl->req~tools.snap~1]
public final class EdgeFinder {
    /// chosen: farther from its hand nobody would call it a snap.
    private static final double FARTHEST = 12;

    /// chosen: at a reach below a pixel and a half the neighbours of the point itself would not be seen.
    private static final double NEAREST = 1.5;

    /// chosen: an edge at the end of the reach must be twice as steep as one under the pointer.
    private static final double FAR_LESS = 0.5;

    private final ValueGrid grid;

    private EdgeFinder(ValueGrid grid) {
        this.grid = grid;
    }

    /// The edge near `point`; nothing where all is flat, or there are no values.
    ///
    /// **Space:** `point` and the answer in that of the grid's annotation; `reach` in pixels of the grid.
    public static Optional<Vec3> near(ValueGrid grid, Vec3 point, double reach) {
        Vec3 at = grid.gridToSpace().inverse().apply(point);
        EdgeFinder finder = new EdgeFinder(grid);
        double radius = Math.clamp(reach, NEAREST, FARTHEST);
        double best = 0;
        int column = 0;
        int row = 0;
        for (int y = (int) Math.floor(at.y() - radius); y <= Math.ceil(at.y() + radius); y++) {
            for (int x = (int) Math.floor(at.x() - radius); x <= Math.ceil(at.x() + radius); x++) {
                double distance = Math.hypot(x - at.x(), y - at.y());
                double score = distance > radius ? 0 : finder.slope(x, y) * (1 - FAR_LESS * distance / radius);
                if (score > best) {
                    best = score;
                    column = x;
                    row = y;
                }
            }
        }
        return best > 0 ? Optional.of(finder.between(column, row, at.z())) : Optional.empty();
    }

    private Vec3 between(int column, int row, double z) {
        double gx = across(column, row);
        double gy = down(column, row);
        double length = Math.hypot(gx, gy);
        double ux = gx / length;
        double uy = gy / length;
        double here = slope(column, row);
        double before = slopeBetween(column - ux, row - uy);
        double after = slopeBetween(column + ux, row + uy);
        double bend = before - 2 * here + after;
        double step = bend < 0 ? Math.clamp(0.5 * (before - after) / bend, -1, 1) : 0;
        return grid.gridToSpace().apply(new Vec3(column + step * ux, row + step * uy, z));
    }

    /// Between pixels the slope is bilinear.
    private double slopeBetween(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double fx = x - column;
        double fy = y - row;
        return (1 - fy) * ((1 - fx) * slope(column, row) + fx * slope(column + 1, row))
                + fy * ((1 - fx) * slope(column, row + 1) + fx * slope(column + 1, row + 1));
    }

    /// None at the border and beside pixels without a value.
    private double slope(int column, int row) {
        double slope = Math.hypot(across(column, row), down(column, row));
        return Double.isNaN(slope) ? 0 : slope;
    }

    private double across(int column, int row) {
        return (value(column + 1, row) - value(column - 1, row)) / 2;
    }

    private double down(int column, int row) {
        return (value(column, row + 1) - value(column, row - 1)) / 2;
    }

    private double value(int column, int row) {
        return column < 0 || row < 0 || column >= grid.columns() || row >= grid.rows()
                ? Double.NaN
                : grid.value(column, row);
    }
}
