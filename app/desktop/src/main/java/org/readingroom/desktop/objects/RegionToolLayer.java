package org.readingroom.desktop.objects;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ToolLayer;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.segment.ThresholdRegion;

/// The region tool in the hand: press at a place, drag up for less and down for more, with Alt for what is darker;
/// Escape puts it away.
// [impl->req~objects.threshold-region~1]
public final class RegionToolLayer implements ToolLayer {
    private static final Color INK = Color.web("#F2C14E");
    private static final Color SHADOW = Color.color(0, 0, 0, 0.8);

    /// chosen: as wide as the longest text in a usual font; beyond the middle it stands at the left of the place.
    private static final double WIDTH = 190;

    private final RegionTool tool;
    private final Words words;
    private double pressY;
    private boolean holds;

    public RegionToolLayer(RegionTool tool, Words words) {
        this.tool = tool;
        this.words = words;
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        RegionTool.Growing now = tool.growingProperty().get();
        if (!tool.inHandProperty().get() || now == null || !view.transform().isInPatient()) {
            return;
        }
        Vec3 at = view.transform().worldToScreen(now.pPatient());
        if (Math.abs(at.z()) > Math.max(2, view.slab().thicknessMm() / 2)) {
            return;
        }
        canvas.setFont(Font.font("Noto Sans CJK SC", 13));
        canvas.setStroke(SHADOW);
        canvas.setLineWidth(3);
        String text = text(now);
        double x = at.x() > view.transform().width() / 2 ? at.x() - 14 - WIDTH : at.x() + 14;
        canvas.strokeText(text, x, at.y() - 10);
        canvas.setFill(INK);
        canvas.fillText(text, x, at.y() - 10);
        canvas.setStroke(INK);
        canvas.setLineWidth(1);
        canvas.strokeOval(at.x() - 4, at.y() - 4, 8, 8);
    }

    private String text(RegionTool.Growing now) {
        Optional<ThresholdRegion> found = now.found();
        String range = RegionTool.name(now);
        if (!now.isDone()) {
            return range + "  " + words.get("desktop.objects.growing");
        }
        return range + "  "
                + found.map(region -> String.format(Locale.ROOT, "%.2f mL", region.volumeMl()))
                        .orElseGet(() -> words.get("desktop.objects.nothing-here"));
    }

    @Override
    public boolean pressed(MouseEvent event, ViewContext view) {
        holds = false;
        if (!tool.inHandProperty().get() || event.getButton() != MouseButton.PRIMARY || event.isShiftDown()) {
            return false;
        }
        pressY = event.getY();
        holds = tool.begin(view, event.getX(), event.getY(), event.isAltDown());
        return holds;
    }

    @Override
    public boolean dragged(MouseEvent event, ViewContext view) {
        if (holds) {
            tool.drag(pressY - event.getY());
        }
        return holds;
    }

    @Override
    public boolean released(MouseEvent event, ViewContext view) {
        boolean held = holds;
        holds = false;
        return held;
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        if (event.getCode() == KeyCode.ESCAPE && tool.inHandProperty().get()) {
            tool.inHandProperty().set(false);
            return true;
        }
        return false;
    }

    @Override
    public @Nullable Cursor cursor(ViewContext view) {
        return tool.inHandProperty().get() ? Cursor.CROSSHAIR : null;
    }
}
