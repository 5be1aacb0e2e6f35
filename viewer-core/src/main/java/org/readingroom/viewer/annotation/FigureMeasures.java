package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;

/// The plain ones: the way along a line, and the area within straight edges.
final class FigureMeasures {
    private FigureMeasures() {}

    static void way(Annotation.Figure figure, Measuring measuring) {
        measuring.length(Quantity.PATH_LENGTH, measuring.way(figure.points(), false));
    }

    /// Area and perimeter, and the statistics of the values inside.
    static void area(Annotation.Figure figure, Measuring measuring) {
        List<Vec3> points = figure.points();
        Vec3 twice = Vec3.ZERO;
        Vec3 first = points.getFirst();
        for (int i = 1; i + 1 < points.size(); i++) {
            Vec3 a = measuring.shape().of(points.get(i).minus(first));
            Vec3 b = measuring.shape().of(points.get(i + 1).minus(first));
            twice = twice.plus(a.cross(b));
        }
        measuring.area(twice.length() / 2);
        measuring.length(Quantity.PERIMETER, measuring.way(points, true));
        ValueGrid grid = measuring.grid();
        if (grid != null) {
            measuring.addAll(RegionStatistics.of(GridPolygon.of(points, grid), grid));
        }
    }
}
