package org.readingroom.viewer.returned;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.sr.GraphicType;

/// Shapes of reports as points to be joined.
///
/// **Source:** DICOM PS3.3 sections C.18.6.1.2 and C.18.9.1.2.
final class ShapeLines {
    private static final int STEPS = 72;

    private ShapeLines() {}

    /// Lines and lone points. Points of kinds that are no line, or that nobody knows, stand each for
    /// itself, and so do those of a shape that has too few.
    static List<List<Vec3>> of(GraphicType type, List<Vec3> points) {
        return switch (type) {
            case POLYLINE -> List.of(points);
            case CIRCLE -> points.size() == 2 ? List.of(circle(points.get(0), points.get(1))) : alone(points);
            case ELLIPSE -> points.size() == 4 ? List.of(ellipse(points)) : alone(points);
            case POLYGON -> List.of(closed(points));
            case POINT, MULTIPOINT, ELLIPSOID, UNKNOWN -> alone(points);
        };
    }

    private static List<List<Vec3>> alone(List<Vec3> points) {
        return points.stream().map(List::of).toList();
    }

    /// On an image, which is where circles are.
    private static List<Vec3> circle(Vec3 centre, Vec3 rim) {
        double radius = rim.distanceTo(centre);
        return around(centre, new Vec3(radius, 0, 0), new Vec3(0, radius, 0));
    }

    private static List<Vec3> ellipse(List<Vec3> ends) {
        Vec3 centre = ends.get(0).plus(ends.get(1)).times(0.5);
        return around(
                centre,
                ends.get(1).minus(ends.get(0)).times(0.5),
                ends.get(3).minus(ends.get(2)).times(0.5));
    }

    private static List<Vec3> around(Vec3 centre, Vec3 a, Vec3 b) {
        List<Vec3> line = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            line.add(centre.plus(a.times(Math.cos(angle))).plus(b.times(Math.sin(angle))));
        }
        return line;
    }

    private static List<Vec3> closed(List<Vec3> points) {
        if (points.size() < 3 || points.getFirst().equals(points.getLast())) {
            return points;
        }
        List<Vec3> closed = new ArrayList<>(points);
        closed.add(points.getFirst());
        return closed;
    }
}
