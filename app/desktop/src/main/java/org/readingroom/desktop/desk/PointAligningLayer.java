package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.geometry.PointRegistration;
import org.readingroom.viewer.geometry.Vec3;

/// The points that align two series, numbered, and how far each pair stays apart: clicks set them in turn, Enter lays
/// the second series over the first, Backspace takes a point back, Escape leaves.
// [impl->req~desk.alignment~1]
public final class PointAligningLayer implements ToolLayer {
    private static final Color NEAR = Color.web("#4FB3D9");
    private static final Color FAR = Color.web("#4FB3D9", 0.35);
    /// chosen: what lies further from the plane than this is drawn faintly.
    private static final double NEAR_MM = 3;

    private static final double ARM = 6;
    private static final double LINE = 16;

    private final PointAligning aligning;
    private final Words words;

    public PointAligningLayer(PointAligning aligning, Words words) {
        this.aligning = aligning;
        this.words = words;
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        PointAligning.Pairs pairs = aligning.pairsProperty().get();
        if (pairs == null || !aligning.takes(view)) {
            return;
        }
        boolean inBase = PointAligning.isOf(pairs.base(), view);
        List<Vec3> points = inBase ? pairs.inBase() : pairs.inOverlay();
        canvas.setLineWidth(1.5);
        canvas.setFont(Font.font("Noto Sans CJK SC", 12));
        canvas.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < points.size(); i++) {
            Vec3 at = view.transform().worldToScreen(points.get(i));
            canvas.setStroke(Math.abs(at.z()) <= NEAR_MM ? NEAR : FAR);
            canvas.strokeLine(at.x() - ARM, at.y(), at.x() + ARM, at.y());
            canvas.strokeLine(at.x(), at.y() - ARM, at.x(), at.y() + ARM);
            ViewDecor.write(canvas, Integer.toString(i + 1), at.x() + ARM + 2, at.y() - 3);
        }
        double y = 96;
        for (String line : lines(pairs, inBase)) {
            ViewDecor.write(canvas, line, 8, y);
            y += LINE;
        }
    }

    /// What stands beside the picture: whose turn it is, the pairs with their residuals, what they give together.
    List<String> lines(PointAligning.Pairs pairs, boolean inBase) {
        List<String> lines = new ArrayList<>();
        boolean mine = (inBase ? pairs.inBase() : pairs.inOverlay()).size() <= pairs.whole();
        lines.add(words.get(mine ? "desk.align.click" : "desk.align.click-other"));
        Optional<PointRegistration> found = pairs.registration();
        for (int i = 0; i < pairs.whole(); i++) {
            int at = i;
            lines.add(words.get(
                    "desk.align.pair",
                    Integer.toString(i + 1),
                    found.map(f -> mm(f.residualsMm().get(at)) + " mm").orElse("–")));
        }
        lines.add(
                found.isPresent()
                        ? words.get("desk.align.rms", mm(found.get().rmsMm()))
                        : words.get(
                                pairs.whole() < 3 ? "desk.align.too-few" : "desk.align.in-line",
                                Integer.toString(pairs.whole())));
        return lines;
    }

    static String mm(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    @Override
    public boolean pressed(MouseEvent event, ViewContext view) {
        if (event.getButton() != MouseButton.PRIMARY || event.isShiftDown() || !aligning.takes(view)) {
            return false;
        }
        aligning.add(view, view.transform().screenToWorld(event.getX(), event.getY()));
        return true;
    }

    @Override
    public boolean dragged(MouseEvent event, ViewContext view) {
        return true;
    }

    @Override
    public boolean released(MouseEvent event, ViewContext view) {
        return true;
    }

    @Override
    public boolean doubleClicked(MouseEvent event, ViewContext view) {
        return pressed(event, view);
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        if (aligning.pairsProperty().get() == null) {
            return false;
        }
        switch (event.getCode()) {
            case ENTER -> aligning.finish();
            case BACK_SPACE -> aligning.removeLast();
            case ESCAPE -> aligning.cancel();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Cursor cursor(ViewContext view) {
        return aligning.takes(view) ? Cursor.CROSSHAIR : null;
    }
}
