package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;

/// The plain ones: the way along a line, areas, and the value at a point.
final class FigureMeasures {
    /// chosen: the perimeter of an ellipse is right to the tenth digit, whatever its shape.
    private static final int RIM_STEPS = 4096;

    private FigureMeasures() {}

    static void way(Annotation.Figure figure, Measuring measuring) {
        measuring.length(Quantity.PATH_LENGTH, measuring.way(figure.points(), false));
    }

    /// Area and perimeter, and the statistics of the values inside. A line that crosses itself has no one area.
    static void area(Annotation.Figure figure, Measuring measuring) {
        List<Vec3> points = figure.points();
        if (Crossing.isIn(points)) {
            measuring.caveat("viewer.figure.crosses-itself");
        } else {
            measuring.area(area(points, measuring.shape()));
        }
        measuring.length(Quantity.PERIMETER, measuring.way(points, true));
        ValueGrid grid = measuring.grid();
        if (grid != null) {
            measuring.addAll(RegionStatistics.of(GridPolygon.of(points, grid), grid));
        }
    }

    private static double area(List<Vec3> points, TrueShape shape) {
        Vec3 twice = Vec3.ZERO;
        for (int i = 1; i + 1 < points.size(); i++) {
            Vec3 a = shape.of(points.get(i).minus(points.getFirst()));
            Vec3 b = shape.of(points.get(i + 1).minus(points.getFirst()));
            twice = twice.plus(a.cross(b));
        }
        return twice.length() / 2;
    }

    static void circle(Annotation.Figure figure, Measuring measuring) {
        Vec3 centre = figure.points().get(0);
        ellipse(
                centre,
                figure.points().get(1).minus(centre),
                figure.points().get(2).minus(centre),
                measuring);
    }

    static void ellipse(Vec3 centre, Vec3 halfAxisA, Vec3 halfAxisB, Measuring measuring) {
        Vec3 a = measuring.shape().of(halfAxisA);
        Vec3 b = measuring.shape().of(halfAxisB);
        // the cross product gives π·a·b for perpendicular half axes, and stays exact for others
        measuring.area(Math.PI * a.cross(b).length());
        double rim = 0;
        for (int i = 0; i < RIM_STEPS; i++) {
            double t = 2 * Math.PI * i / RIM_STEPS;
            rim += b.times(Math.cos(t)).minus(a.times(Math.sin(t))).length();
        }
        measuring.length(Quantity.PERIMETER, rim * 2 * Math.PI / RIM_STEPS);
        ValueGrid grid = measuring.grid();
        if (grid != null) {
            measuring.addAll(RegionStatistics.of(GridEllipse.of(centre, halfAxisA, halfAxisB, grid), grid));
        }
    }

    /// The value of the pixel that holds the point.
    static void probe(Annotation.Figure figure, Measuring measuring) {
        ValueGrid grid = measuring.grid();
        if (grid == null) {
            return;
        }
        Vec3 at = grid.gridToSpace().inverse().apply(figure.points().getFirst());
        double column = Math.floor(at.x() + 0.5);
        double row = Math.floor(at.y() + 0.5);
        boolean isInside = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
        double value = isInside ? grid.value((int) column, (int) row) : Double.NaN;
        if (Double.isNaN(value)) {
            measuring.caveat("viewer.probe.no-value");
        } else {
            measuring.add(Quantity.VALUE, value, grid.unit().ucum());
        }
    }
}
