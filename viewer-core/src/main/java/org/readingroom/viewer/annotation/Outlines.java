package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// The lines of a mark: what is painted, hit, and kept clear of labels.
// [impl->req~annotation.figures~1]
public final class Outlines {
    /// chosen: an ellipse of 400 px drawn with these has corners below a tenth of a pixel.
    private static final int ELLIPSE_POINTS = 96;

    private Outlines() {}

    public static List<Chain> of(Annotation annotation) {
        return switch (annotation) {
            case Annotation.Length l -> open(l.handles());
            case Annotation.Angle a -> open(a.handles());
            case Annotation.Ellipse e -> List.of(ellipse(e.center(), e.halfAxisA(), e.halfAxisB()));
            case Annotation.Calibration c -> open(c.handles());
            case Annotation.Figure f -> figure(f);
        };
    }

    private static List<Chain> figure(Annotation.Figure f) {
        List<Vec3> p = f.points();
        if (f.kind() == FigureKind.CIRCLE) {
            return List.of(ellipse(p.get(0), p.get(1).minus(p.get(0)), p.get(2).minus(p.get(0))));
        }
        return switch (f.kind().outline()) {
            case OPEN -> open(p);
            case CLOSED -> List.of(new Chain(p, true));
            case PAIRS -> {
                List<Chain> pairs = new ArrayList<>();
                for (int i = 0; i < p.size(); i += 2) {
                    pairs.add(new Chain(p.subList(i, Math.min(p.size(), i + 2)), false));
                }
                yield pairs;
            }
        };
    }

    private static List<Chain> open(List<Vec3> points) {
        return List.of(new Chain(points, false));
    }

    private static Chain ellipse(Vec3 centre, Vec3 a, Vec3 b) {
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < ELLIPSE_POINTS; i++) {
            double t = 2 * Math.PI * i / ELLIPSE_POINTS;
            points.add(centre.plus(a.times(Math.cos(t))).plus(b.times(Math.sin(t))));
        }
        return new Chain(points, true);
    }
}
