package org.readingroom.desktop.tools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;

/// Paints marks: a dark seam under a thin line, cyan when active and quiet when not.
///
/// **Thread:** FX.
final class MarkPainter implements TextSize {
    private static final Color ACTIVE = Color.web("#4FB3D9");
    private static final Color QUIET = Color.web("#C3CDD6");
    private static final Color SEAM = Color.color(0, 0, 0, 0.7);
    private static final Color BACK = Color.color(0, 0, 0, 0.55);
    private static final double HANDLE = 7;
    private static final double TICK = 4;
    private static final double ARC = 18;

    /// chosen: a label this close needs no line to be seen as its mark's.
    private static final double NEAR = 20;

    /// chosen: the lines of a thousand labels, a few hundred kilobytes.
    private static final int MOST_WIDTHS = 8192;

    private final Font font = Font.font("Noto Sans CJK SC", 11);
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();

    MarkPainter() {
        ruler.setFont(font);
    }

    @Override
    public double width(String line) {
        Double known = widths.get(line);
        if (known == null) {
            if (widths.size() >= MOST_WIDTHS) {
                widths.clear();
            }
            ruler.setText(line);
            known = ruler.getLayoutBounds().getWidth();
            widths.put(line, known);
        }
        return known;
    }

    @Override
    public double lineHeight() {
        return 15;
    }

    void paint(GraphicsContext g, MarkScene scene, @Nullable AnnotationId selected, @Nullable AnnotationId hovered) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (MarkScene.Item item : scene.items()) {
            AnnotationId id = item.shape().annotation().id();
            boolean isActive = id.equals(selected);
            boolean isGrabbable = isActive || id.equals(hovered);
            Color color = isActive ? ACTIVE : QUIET;
            leader(g, item, color);
            outline(g, item.shape(), color);
            if (isGrabbable) {
                handles(g, item.shape().handles(), color);
            }
            label(g, item, color);
        }
    }

    private static void outline(GraphicsContext g, MarkShape shape, Color color) {
        twice(g, color, () -> {
            shape.chains().forEach(chain -> chain(g, chain));
            switch (shape.annotation()) {
                case Annotation.Length length -> ticks(g, shape.handles());
                case Annotation.Angle angle -> arc(g, shape.handles());
                case Annotation.Ellipse ellipse -> {}
                case Annotation.Calibration calibration -> ticks(g, shape.handles());
                case Annotation.Figure figure -> FigurePainter.paint(g, figure.kind(), shape);
            }
        });
    }

    private static void chain(GraphicsContext g, ScreenChain chain) {
        double[] xs = chain.points().stream().mapToDouble(ScreenPoint::x).toArray();
        double[] ys = chain.points().stream().mapToDouble(ScreenPoint::y).toArray();
        if (chain.isClosed()) {
            g.strokePolygon(xs, ys, xs.length);
        } else {
            g.strokePolyline(xs, ys, xs.length);
        }
    }

    /// First the dark seam, then the line itself.
    private static void twice(GraphicsContext g, Color color, Runnable strokes) {
        g.setStroke(SEAM);
        g.setLineWidth(3);
        strokes.run();
        g.setStroke(color);
        g.setLineWidth(1.25);
        strokes.run();
    }

    /// A short line across each end.
    static void ticks(GraphicsContext g, List<ScreenPoint> ends) {
        ScreenPoint a = ends.getFirst();
        ScreenPoint b = ends.getLast();
        double length = a.distanceTo(b);
        if (length == 0) {
            return;
        }
        double nx = -(b.y() - a.y()) / length * TICK;
        double ny = (b.x() - a.x()) / length * TICK;
        for (ScreenPoint end : ends) {
            g.strokeLine(end.x() - nx, end.y() - ny, end.x() + nx, end.y() + ny);
        }
    }

    /// The bow between the arms at the second point.
    static void arc(GraphicsContext g, List<ScreenPoint> points) {
        ScreenPoint vertex = points.get(1);
        double reach = Math.min(ARC, Math.min(vertex.distanceTo(points.get(0)), vertex.distanceTo(points.get(2))));
        double start = bearing(vertex, points.get(0));
        double sweep = bearing(vertex, points.get(2)) - start;
        sweep -= 360 * Math.rint(sweep / 360);
        g.strokeArc(vertex.x() - reach, vertex.y() - reach, 2 * reach, 2 * reach, start, sweep, ArcType.OPEN);
    }

    /// Degrees against the clock from the right, as arcs are told.
    private static double bearing(ScreenPoint from, ScreenPoint to) {
        return Math.toDegrees(Math.atan2(from.y() - to.y(), to.x() - from.x()));
    }

    private static void handles(GraphicsContext g, List<ScreenPoint> handles, Color color) {
        for (ScreenPoint handle : handles) {
            double x = Math.floor(handle.x() - HANDLE / 2) + 0.5;
            double y = Math.floor(handle.y() - HANDLE / 2) + 0.5;
            // hollow: what lies under a handle stays visible
            g.setStroke(SEAM);
            g.setLineWidth(3);
            g.strokeRect(x, y, HANDLE, HANDLE);
            g.setStroke(color);
            g.setLineWidth(1);
            g.strokeRect(x, y, HANDLE, HANDLE);
        }
    }

    /// A thin line to its mark from a label that was moved, or that stands a way off.
    private static void leader(GraphicsContext g, MarkScene.Item item, Color color) {
        if (item.lines().isEmpty()) {
            return;
        }
        ScreenPoint centre = item.label().centre();
        ScreenPoint nearest = item.shape().handles().stream()
                .min((a, b) -> Double.compare(a.distanceTo(centre), b.distanceTo(centre)))
                .orElse(centre);
        if (!item.isLabelMoved() && item.label().grown(NEAR).contains(nearest)) {
            return;
        }
        g.setStroke(color.deriveColor(0, 1, 1, 0.6));
        g.setLineWidth(1);
        g.setLineDashes(2, 3);
        g.strokeLine(centre.x(), centre.y(), nearest.x(), nearest.y());
        g.setLineDashes((double[]) null);
    }

    /// One quiet line in the middle, at height `y`.
    void note(GraphicsContext g, String words, double width, double y) {
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        double x = Math.rint((width - width(words)) / 2);
        g.setFill(BACK);
        g.fillRect(x - MarkScene.PADDING, y - lineHeight() / 2, width(words) + 2 * MarkScene.PADDING, lineHeight());
        g.setFill(QUIET);
        g.fillText(words, x, Math.rint(y));
    }

    private void label(GraphicsContext g, MarkScene.Item item, Color color) {
        LabelBox box = item.label();
        if (item.lines().isEmpty()) {
            return;
        }
        g.setFill(BACK);
        g.fillRect(box.x(), box.y(), box.width(), box.height());
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(color);
        for (int i = 0; i < item.lines().size(); i++) {
            double y = box.y() + MarkScene.PADDING + (i + 0.5) * lineHeight();
            g.fillText(item.lines().get(i), Math.rint(box.x() + MarkScene.PADDING), Math.rint(y));
        }
    }
}
