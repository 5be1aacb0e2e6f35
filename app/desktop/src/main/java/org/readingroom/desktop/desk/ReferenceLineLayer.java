package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.readingroom.viewer.geometry.PlaneRectangle.Segment;
import org.readingroom.viewer.geometry.Vec3;

/// Draws where the active image lies in the others; of its whole stack the first and the last are numbered.
// [impl->req~desk.reference-lines~1]
public final class ReferenceLineLayer implements ToolLayer {
    private static final Color HERE = Color.web("#4FB3D9");
    private static final Color STACK = Color.web("#8E9AA6", 0.55);
    /// chosen: more lines than this are a grey area; every second, third, … is drawn then.
    private static final int MOST = 60;

    private final ReferenceLines lines;

    public ReferenceLineLayer(ReadingDeskModel desk) {
        this.lines = desk.referenceLines();
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        if (!lines.shownProperty().get() || !view.volume().isInPatient()) {
            return;
        }
        canvas.save();
        canvas.setLineWidth(1);
        stack(canvas, view, lines.lines(view));
        lines.line(view).ifPresent(line -> {
            canvas.setLineWidth(1.5);
            stroke(canvas, view, line, HERE);
        });
        canvas.restore();
    }

    private static void stack(GraphicsContext canvas, ViewContext view, List<Optional<Segment>> all) {
        int every = Math.max(1, Math.ceilDiv(all.size(), MOST));
        canvas.setFont(Font.font("Noto Sans CJK SC", 11));
        canvas.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < all.size(); i++) {
            boolean isEnd = i == 0 || i == all.size() - 1;
            Optional<Segment> line = all.get(i);
            if (line.isPresent() && (isEnd || i % every == 0)) {
                stroke(canvas, view, line.get(), STACK);
                if (isEnd) {
                    Vec3 at = leftmost(view, line.get());
                    ViewDecor.write(canvas, Integer.toString(i + 1), at.x() + 4, at.y() - 3);
                }
            }
        }
    }

    private static Vec3 leftmost(ViewContext view, Segment line) {
        Vec3 from = view.transform().worldToScreen(line.from());
        Vec3 to = view.transform().worldToScreen(line.to());
        Vec3 left = from.x() <= to.x() ? from : to;
        // within the view, though the image reaches beyond it
        return new Vec3(
                Math.clamp(left.x(), 24, Math.max(24, view.transform().width() - 24)),
                Math.clamp(left.y(), 14, Math.max(14, view.transform().height() - 4)),
                0);
    }

    private static void stroke(GraphicsContext canvas, ViewContext view, Segment line, Color colour) {
        Vec3 from = view.transform().worldToScreen(line.from());
        Vec3 to = view.transform().worldToScreen(line.to());
        canvas.setStroke(colour);
        canvas.strokeLine(from.x(), from.y(), to.x(), to.y());
    }
}
