package org.readingroom.desktop.tools;

import javafx.scene.canvas.GraphicsContext;
import org.readingroom.viewer.annotation.FigureKind;

/// What a figure has beside its lines: ticks at the ends, a head, a bow. Stroke and width are set already.
///
/// **Thread:** FX.
final class FigurePainter {
    private FigurePainter() {}

    static void paint(GraphicsContext g, FigureKind kind, MarkShape shape) {
        switch (kind) {
            case POLYLINE, POLYGON, FREEHAND, RECTANGLE, CIRCLE -> {}
            case PROBE, ARROW, TEXT -> {}
            case COBB, BIDIRECTIONAL, CARDIOTHORACIC, CENTRE_LINE, SPINE_LABEL, LEG_AXIS -> {}
        }
    }
}
