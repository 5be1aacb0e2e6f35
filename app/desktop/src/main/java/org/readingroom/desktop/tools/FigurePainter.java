package org.readingroom.desktop.tools;

import javafx.scene.canvas.GraphicsContext;
import org.readingroom.viewer.annotation.FigureKind;

/// What a figure has beside its lines: ticks at the ends, a head, a bow. Stroke and width are set already.
///
/// **Thread:** FX.
final class FigurePainter {
    private static final double CROSS = 8;
    private static final double GAP = 3;
    private static final double HEAD = 12;

    /// chosen: half the angle of an arrow's head.
    private static final double BARB = Math.toRadians(25);

    private FigurePainter() {}

    static void paint(GraphicsContext g, FigureKind kind, MarkShape shape) {
        switch (kind) {
            case POLYLINE, POLYGON, FREEHAND, RECTANGLE, CIRCLE -> {}
            case PROBE -> cross(g, shape.handles().getFirst());
            case ARROW -> head(g, shape.handles().getFirst(), shape.handles().getLast());
            case TEXT, SPINE_LABEL -> dot(g, shape.handles().getFirst());
            case COBB, BIDIRECTIONAL, CARDIOTHORACIC, CENTRE_LINE, LEG_AXIS -> {}
        }
    }

    /// Open in the middle: the pixel under it stays visible.
    private static void cross(GraphicsContext g, ScreenPoint at) {
        g.strokeLine(at.x() - CROSS, at.y(), at.x() - GAP, at.y());
        g.strokeLine(at.x() + GAP, at.y(), at.x() + CROSS, at.y());
        g.strokeLine(at.x(), at.y() - CROSS, at.x(), at.y() - GAP);
        g.strokeLine(at.x(), at.y() + GAP, at.x(), at.y() + CROSS);
    }

    private static void head(GraphicsContext g, ScreenPoint tip, ScreenPoint tail) {
        double length = tip.distanceTo(tail);
        if (length == 0) {
            return;
        }
        double along = Math.atan2(tail.y() - tip.y(), tail.x() - tip.x());
        double reach = Math.min(HEAD, length / 2);
        for (double turn : new double[] {-BARB, BARB}) {
            g.strokeLine(
                    tip.x(),
                    tip.y(),
                    tip.x() + reach * Math.cos(along + turn),
                    tip.y() + reach * Math.sin(along + turn));
        }
    }

    private static void dot(GraphicsContext g, ScreenPoint at) {
        g.strokeOval(at.x() - 1.5, at.y() - 1.5, 3, 3);
    }
}
