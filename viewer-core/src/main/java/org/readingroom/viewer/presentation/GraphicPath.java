package org.readingroom.viewer.presentation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// A shape as a line of points that can be drawn.
///
/// **Space:** that of the shape's units.
// [impl->req~presentation.graphics~1]
public final class GraphicPath {
    private static final int STEPS = 72;
    private static final int STEPS_BETWEEN = 12;

    private GraphicPath() {}

    /// The points; a POINT is one. Circles and ellipses end where they begin.
    public static List<Vec3> of(GraphicObject shape) {
        List<Vec3> points = shape.points();
        return switch (shape.kind()) {
            case POINT, POLYLINE -> points;
            case INTERPOLATED -> smooth(points);
            case CIRCLE -> {
                double radius = points.get(1).distanceTo(points.get(0));
                yield ellipse(points.get(0), new Vec3(radius, 0, 0), new Vec3(0, radius, 0));
            }
            case ELLIPSE -> {
                Vec3 centre = points.get(0).plus(points.get(1)).times(0.5);
                Vec3 major = points.get(1).minus(points.get(0)).times(0.5);
                Vec3 minor = points.get(3).minus(points.get(2)).times(0.5);
                yield ellipse(centre, major, minor);
            }
        };
    }

    private static List<Vec3> ellipse(Vec3 centre, Vec3 a, Vec3 b) {
        List<Vec3> line = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            line.add(centre.plus(a.times(Math.cos(angle))).plus(b.times(Math.sin(angle))));
        }
        return line;
    }

    /// A Catmull-Rom curve: it goes through every point, as the standard asks. Equal ends close it smoothly.
    private static List<Vec3> smooth(List<Vec3> points) {
        int last = points.size() - 1;
        boolean isClosed = last > 2 && points.getFirst().distanceTo(points.get(last)) < 1e-6;
        List<Vec3> line = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            Vec3 p1 = points.get(i);
            Vec3 p2 = points.get(i + 1);
            Vec3 p0 = i > 0 ? points.get(i - 1) : isClosed ? points.get(last - 1) : p1;
            Vec3 p3 = i + 2 <= last ? points.get(i + 2) : isClosed ? points.get(1) : p2;
            for (int step = 0; step < STEPS_BETWEEN; step++) {
                line.add(between(p0, p1, p2, p3, step / (double) STEPS_BETWEEN));
            }
        }
        line.add(points.get(last));
        return line;
    }

    private static Vec3 between(Vec3 p0, Vec3 p1, Vec3 p2, Vec3 p3, double t) {
        Vec3 linear = p2.minus(p0).times(t);
        Vec3 square = p0.times(2).minus(p1.times(5)).plus(p2.times(4)).minus(p3).times(t * t);
        Vec3 cube = p1.times(3).minus(p0).minus(p2.times(3)).plus(p3).times(t * t * t);
        return p1.plus(linear.plus(square).plus(cube).times(0.5));
    }
}
