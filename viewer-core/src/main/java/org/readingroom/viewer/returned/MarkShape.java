package org.readingroom.viewer.returned;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Chain;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.Outlines;
import org.readingroom.viewer.geometry.Vec3;

/// One shape of a mark, in the space of its placement.
///
/// `points` of an ellipse are its centre and two conjugate half axes, which need not be
/// perpendicular; those of a polygon do not repeat the first.
record MarkShape(Kind kind, List<Vec3> points) {
    enum Kind {
        POINT,
        LINE,
        POLYGON,
        ELLIPSE
    }

    MarkShape {
        points = List.copyOf(points);
    }

    static List<MarkShape> of(Annotation annotation) {
        if (annotation instanceof Annotation.Ellipse e) {
            return List.of(ellipse(e.center(), e.halfAxisA(), e.halfAxisB()));
        }
        if (annotation instanceof Annotation.Figure f && f.kind() == FigureKind.CIRCLE) {
            Vec3 centre = f.points().get(0);
            return List.of(ellipse(
                    centre, f.points().get(1).minus(centre), f.points().get(2).minus(centre)));
        }
        List<MarkShape> shapes = new ArrayList<>();
        for (Chain chain : Outlines.of(annotation)) {
            if (chain.points().size() == 1) {
                shapes.add(new MarkShape(Kind.POINT, chain.points()));
            } else {
                shapes.add(new MarkShape(chain.isClosed() ? Kind.POLYGON : Kind.LINE, chain.points()));
            }
        }
        return shapes;
    }

    private static MarkShape ellipse(Vec3 centre, Vec3 a, Vec3 b) {
        return new MarkShape(Kind.ELLIPSE, List.of(centre, a, b));
    }

    /// Whether it bounds an area.
    boolean isArea() {
        return kind == Kind.POLYGON || kind == Kind.ELLIPSE;
    }

    /// The ends of the major axis, then those of the minor: the conjugate half axes brought to the
    /// perpendicular ones.
    static List<Vec3> axisEnds(Vec3 centre, Vec3 a, Vec3 b) {
        double angle = Math.atan2(2 * a.dot(b), a.dot(a) - b.dot(b)) / 2;
        Vec3 one = a.times(Math.cos(angle)).plus(b.times(Math.sin(angle)));
        Vec3 other = b.times(Math.cos(angle)).minus(a.times(Math.sin(angle)));
        Vec3 major = one.length() >= other.length() ? one : other;
        Vec3 minor = one.length() >= other.length() ? other : one;
        return List.of(centre.minus(major), centre.plus(major), centre.minus(minor), centre.plus(minor));
    }

    /// With each point as `map` puts it: maps of planes keep ellipses ellipses.
    MarkShape mapped(UnaryOperator<Vec3> map) {
        if (kind != Kind.ELLIPSE) {
            return new MarkShape(kind, points.stream().map(map).toList());
        }
        Vec3 centre = map.apply(points.get(0));
        return new MarkShape(
                kind,
                List.of(
                        centre,
                        map.apply(points.get(0).plus(points.get(1))).minus(centre),
                        map.apply(points.get(0).plus(points.get(2))).minus(centre)));
    }
}
