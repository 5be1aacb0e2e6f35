package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// The figures whose points depend on each other: what a hand gave, put right.
///
/// **Space:** points are of the placement; `aspect` is vertical over horizontal size of a pixel, 1 in patient
/// space.
// [impl->req~annotation.figures~1]
public final class FigureShapes {
    private FigureShapes() {}

    /// `points` as a figure of `kind` has them; other kinds as they are. A second diameter whose ends are one
    /// point goes as far on the other side of the first.
    public static List<Vec3> of(FigureKind kind, List<Vec3> points, double aspect) {
        return switch (kind) {
            case BIDIRECTIONAL -> Bidirectional.across(mirrored(points, aspect), 2, aspect);
            case CARDIOTHORACIC -> Cardiothoracic.level(points, 5, aspect);
            default -> points;
        };
    }

    private static List<Vec3> mirrored(List<Vec3> points, double aspect) {
        Vec3 end = points.get(2);
        if (!end.equals(points.get(3))) {
            return points;
        }
        Vec3 meeting = foot(points.get(0), points.get(1), end, aspect);
        return List.of(points.get(0), points.get(1), end, meeting.plus(meeting.minus(end)));
    }

    /// With point `index` at `to`, the others where they belong then.
    static Annotation dragged(Annotation.Figure figure, int index, Vec3 to, double aspect) {
        List<Vec3> points = new ArrayList<>(figure.points());
        if (figure.kind() == FigureKind.BIDIRECTIONAL && index < 2) {
            return figure.withPoints(Bidirectional.turned(points, index, to, aspect));
        }
        points.set(index, to);
        return figure.withPoints(
                figure.kind() == FigureKind.BIDIRECTIONAL
                        ? Bidirectional.across(points, index, aspect)
                        : Cardiothoracic.level(points, index, aspect));
    }

    /// The point of the straight line through `a` and `b` nearest to `p`; `a` when the two are one.
    ///
    /// **Space:** as above: nearest in true shape.
    static Vec3 foot(Vec3 a, Vec3 b, Vec3 p, double aspect) {
        Vec3 along = AnnotationMoves.stretched(b.minus(a), aspect);
        double squared = along.dot(along);
        if (squared == 0) {
            return a;
        }
        double t = AnnotationMoves.stretched(p.minus(a), aspect).dot(along) / squared;
        return a.plus(b.minus(a).times(t));
    }
}
