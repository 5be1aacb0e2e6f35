package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.readingroom.viewer.geometry.Vec3;

/// What of a figure can be grabbed, and what it becomes when it is dragged.
///
/// Handles are its points, but for these: a circle has four around its rim, a line drawn freely few along its
/// way.
// [impl->req~annotation.figures~1]
final class FigureHandles {
    /// chosen: enough to bend every part of a freehand outline, few enough to see it.
    private static final int ALONG = 8;

    private FigureHandles() {}

    static List<Vec3> of(Annotation.Figure figure) {
        List<Vec3> points = figure.points();
        return switch (figure.kind()) {
            case CIRCLE -> {
                Vec3 centre = points.get(0);
                Vec3 a = points.get(1).minus(centre);
                Vec3 b = points.get(2).minus(centre);
                yield List.of(centre.plus(a), centre.plus(b), centre.minus(a), centre.minus(b));
            }
            case FREEHAND ->
                IntStream.range(0, along(points))
                        .mapToObj(i -> points.get(at(points, i)))
                        .toList();
            default -> points;
        };
    }

    /// With handle `index` at `to`, a point of the plane.
    static Annotation moved(Annotation.Figure figure, int index, Vec3 to, double aspect) {
        return switch (figure.kind()) {
            case CIRCLE -> circle(figure, index, to, figure.placement() instanceof Placement.OnFrame ? aspect : 1);
            case RECTANGLE -> rectangle(figure, index, to);
            case FREEHAND -> freehand(figure, index, to);
            case BIDIRECTIONAL, CARDIOTHORACIC ->
                FigureShapes.dragged(figure, index, to, figure.placement() instanceof Placement.OnFrame ? aspect : 1);
            default -> {
                List<Vec3> points = new ArrayList<>(figure.points());
                points.set(index, to);
                yield figure.withPoints(points);
            }
        };
    }

    /// The centre stays; the rim goes through `to` and turns with it.
    private static Annotation circle(Annotation.Figure figure, int index, Vec3 to, double stretch) {
        Vec3 centre = figure.points().get(0);
        Vec3 a = AnnotationMoves.stretched(figure.points().get(1).minus(centre), stretch);
        Vec3 b = AnnotationMoves.stretched(figure.points().get(2).minus(centre), stretch);
        Vec3 moved = AnnotationMoves.stretched(index < 2 ? to.minus(centre) : centre.minus(to), stretch);
        Vec3 normal = a.cross(b);
        if (moved.length() == 0 || normal.length() == 0) {
            return figure;
        }
        boolean movesA = index % 2 == 0;
        Vec3 turned =
                (movesA ? normal.cross(moved) : moved.cross(normal)).unit().times(moved.length());
        Vec3 first = AnnotationMoves.stretched(movesA ? moved : turned, 1 / stretch);
        Vec3 second = AnnotationMoves.stretched(movesA ? turned : moved, 1 / stretch);
        return figure.withPoints(List.of(centre, centre.plus(first), centre.plus(second)));
    }

    /// The opposite corner and the directions of the sides stay.
    private static Annotation rectangle(Annotation.Figure figure, int index, Vec3 to) {
        List<Vec3> points = new ArrayList<>(figure.points());
        Vec3 fixed = points.get((index + 2) % 4);
        Vec3 u = points.get((index + 1) % 4).minus(fixed);
        Vec3 v = points.get((index + 3) % 4).minus(fixed);
        Vec3 normal = u.cross(v);
        double area = normal.dot(normal);
        if (area == 0) {
            return figure;
        }
        // to = fixed + alongU·u + alongV·v, whatever angle u and v make in pixels
        Vec3 diagonal = to.minus(fixed);
        double alongU = diagonal.cross(v).dot(normal) / area;
        double alongV = u.cross(diagonal).dot(normal) / area;
        if (alongU == 0 || alongV == 0) {
            return figure;
        }
        points.set(index, to);
        points.set((index + 1) % 4, fixed.plus(u.times(alongU)));
        points.set((index + 3) % 4, fixed.plus(v.times(alongV)));
        return figure.withPoints(points);
    }

    /// The way between the neighbouring handles bends with it, less and less towards them.
    private static Annotation freehand(Annotation.Figure figure, int index, Vec3 to) {
        List<Vec3> points = new ArrayList<>(figure.points());
        int count = points.size();
        int handles = along(points);
        int here = at(points, index);
        Vec3 by = to.minus(points.get(here));
        int back = Math.floorMod(here - at(points, Math.floorMod(index - 1, handles)), count);
        int ahead = Math.floorMod(at(points, (index + 1) % handles) - here, count);
        for (int step = 1 - back; step < ahead; step++) {
            double share = 1 - Math.abs(step) / (double) (step < 0 ? back : ahead);
            int at = Math.floorMod(here + step, count);
            points.set(at, step == 0 ? to : points.get(at).plus(by.times(share)));
        }
        return figure.withPoints(points);
    }

    private static int along(List<Vec3> points) {
        return Math.min(ALONG, points.size());
    }

    private static int at(List<Vec3> points, int handle) {
        return (int) ((long) handle * points.size() / along(points));
    }
}
