package org.readingroom.desktop.desk;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ViewTransform;

/// Draws the place under the pointer in the other views: a ring where the slice holds it, a broken ring
/// with the distance where the nearest slice does not.
// [impl->req~desk.cursor-3d~1]
public final class PointCursorLayer implements ToolLayer {
    private static final Color RING = Color.web("#4FB3D9");
    private static final double RADIUS = 9;
    /// chosen: closer than this a slice holds the place however thin it is.
    private static final double WITHIN_MM = 0.5;

    private final PointCursor cursor;
    private @Nullable ViewTransform under;

    public PointCursorLayer(ReadingDeskModel desk) {
        this.cursor = desk.pointCursor();
    }

    @Override
    public boolean moved(MouseEvent event, ViewContext view) {
        if (cursor.shownProperty().get() && view.volume().isInPatient()) {
            under = view.transform();
            cursor.moveTo(view.displaySet(), view.transform().screenToWorld(event.getX(), event.getY()));
        }
        return false;
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        if (!view.volume().isInPatient() || view.transform().equals(under)) {
            return;
        }
        cursor.place(view.displaySet()).ifPresent(place -> {
            Vec3 at = view.transform().worldToScreen(place);
            canvas.save();
            canvas.setStroke(RING);
            canvas.setLineWidth(1.5);
            boolean isHeld = Math.abs(at.z()) <= half(view);
            if (!isHeld) {
                canvas.setLineDashes(3, 3);
            }
            canvas.strokeOval(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS);
            canvas.setLineDashes();
            canvas.strokeLine(at.x() - RADIUS - 5, at.y(), at.x() - RADIUS + 3, at.y());
            canvas.strokeLine(at.x() + RADIUS - 3, at.y(), at.x() + RADIUS + 5, at.y());
            canvas.strokeLine(at.x(), at.y() - RADIUS - 5, at.x(), at.y() - RADIUS + 3);
            canvas.strokeLine(at.x(), at.y() + RADIUS - 3, at.x(), at.y() + RADIUS + 5);
            if (!isHeld) {
                canvas.setFont(Font.font("Noto Sans CJK SC", 11));
                canvas.setTextAlign(TextAlignment.LEFT);
                ViewDecor.write(
                        canvas,
                        String.format(Locale.ROOT, "%.1f mm", Math.abs(at.z())),
                        at.x() + RADIUS + 8,
                        at.y() + 4);
            }
            canvas.restore();
        });
    }

    /// Half of what the picture is thick.
    private static double half(ViewContext view) {
        double thick = view.frame()
                .map(ImageFrame::facts)
                .map(facts -> facts.sliceThicknessMm())
                .orElse(view.slab().thicknessMm());
        return Math.max(thick / 2 + 1e-6, WITHIN_MM);
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        if (event.getCode() == KeyCode.ESCAPE && cursor.shownProperty().get()) {
            cursor.shownProperty().set(false);
            return true;
        }
        return false;
    }
}
