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
        return of(annotation, 1);
    }

    /// `aspect` is vertical over horizontal size of a pixel, for marks on a frame.
    public static List<Chain> of(Annotation annotation, double aspect) {
        return switch (annotation) {
            case Annotation.Length l -> open(l.handles());
            case Annotation.Angle a -> open(a.handles());
            case Annotation.Ellipse e -> List.of(ellipse(e.center(), e.halfAxisA(), e.halfAxisB()));
            case Annotation.Calibration c -> open(c.handles());
            case Annotation.Figure f -> figure(f, f.placement() instanceof Placement.OnFrame ? aspect : 1);
        };
    }

    private static List<Chain> figure(Annotation.Figure f, double aspect) {
        List<Vec3> p = f.points();
        if (f.kind() == FigureKind.CIRCLE) {
            return List.of(ellipse(p.get(0), p.get(1).minus(p.get(0)), p.get(2).minus(p.get(0))));
        }
        if (f.kind() == FigureKind.CARDIOTHORACIC || f.kind() == FigureKind.CENTRE_LINE) {
            return fromMidline(p, aspect);
        }
        if (f.kind() == FigureKind.LEG_AXIS) {
            return legs(p);
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

    /// The midline, a line at a right angle from it to each point, and the width of the chest.
    private static List<Chain> fromMidline(List<Vec3> p, double aspect) {
        List<Chain> chains = new ArrayList<>();
        chains.add(new Chain(p.subList(0, 2), false));
        for (Vec3 point : p.subList(2, Math.min(4, p.size()))) {
            chains.add(new Chain(List.of(FigureShapes.foot(p.get(0), p.get(1), point, aspect), point), false));
        }
        if (p.size() == 6) {
            chains.add(new Chain(p.subList(4, 6), false));
        }
        return chains;
    }

    /// Of each leg thigh and shank, and the straight line from hip to ankle.
    private static List<Chain> legs(List<Vec3> p) {
        List<Chain> chains = new ArrayList<>();
        for (int first = 0; first < p.size(); first += 3) {
            List<Vec3> leg = p.subList(first, Math.min(p.size(), first + 3));
            chains.add(new Chain(leg, false));
            if (leg.size() == 3) {
                chains.add(new Chain(List.of(leg.get(0), leg.get(2)), false));
            }
        }
        return chains;
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
