package org.readingroom.viewer.annotation;

import java.util.Arrays;
import java.util.List;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// The area within straight edges; where they cross, by the even-odd rule.
// [impl->req~annotation.statistics~1]
final class GridPolygon implements GridArea {
    /// chosen: a centre on the edge counts as inside whatever way its position was rounded.
    private static final double EDGE = 1e-7;

    private final double[] xs;
    private final double[] ys;

    private GridPolygon(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /// **Space:** `points` in that of the grid's annotation.
    static GridPolygon of(List<Vec3> points, ValueGrid grid) {
        AffineMap spaceToGrid = grid.gridToSpace().inverse();
        List<Vec3> there = points.stream().map(spaceToGrid::apply).toList();
        return new GridPolygon(
                there.stream().mapToDouble(Vec3::x).toArray(),
                there.stream().mapToDouble(Vec3::y).toArray());
    }

    @Override
    public boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            if (isOn(x, y, i, j)) {
                return true;
            }
            if (ys[i] > y != ys[j] > y && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private boolean isOn(double x, double y, int i, int j) {
        double dx = xs[j] - xs[i];
        double dy = ys[j] - ys[i];
        double squared = dx * dx + dy * dy;
        double along = squared == 0 ? 0 : Math.clamp(((x - xs[i]) * dx + (y - ys[i]) * dy) / squared, 0, 1);
        return Math.hypot(x - xs[i] - along * dx, y - ys[i] - along * dy) <= EDGE;
    }

    @Override
    public double minX() {
        return Arrays.stream(xs).min().orElse(0);
    }

    @Override
    public double maxX() {
        return Arrays.stream(xs).max().orElse(0);
    }

    @Override
    public double minY() {
        return Arrays.stream(ys).min().orElse(0);
    }

    @Override
    public double maxY() {
        return Arrays.stream(ys).max().orElse(0);
    }
}
