package org.readingroom.report.ui;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Region;

/// A box at the caret: under it where there is room, else over it, and always inside.
///
/// **Thread:** `fx`.
public final class AtCaret {
    private static final double GAP = 4;

    private AtCaret() {}

    /// Where the caret of `area` is, in the space of `view`; the corner before the first layout.
    public static Bounds of(TextArea area, Node view) {
        Bounds inArea = area.getSkin() instanceof TextAreaSkin skin ? skin.getCaretBounds() : null;
        Bounds there = inArea == null ? area.getLayoutBounds() : inArea;
        Bounds inView = view.sceneToLocal(area.localToScene(there));
        return inView == null ? new BoundingBox(8, 8, 1, 16) : inView;
    }

    /// Lays `box` out in `layer`, no wider and no taller than told.
    public static void place(Node box, Bounds caret, Region layer, double mostWidth, double mostHeight) {
        double width = Math.min(mostWidth, layer.getWidth() - 2 * GAP);
        double height = Math.min(mostHeight, layer.getHeight() - 2 * GAP);
        boolean fitsBelow = caret.getMaxY() + GAP + height <= layer.getHeight();
        double y = fitsBelow ? caret.getMaxY() + GAP : Math.max(GAP, caret.getMinY() - GAP - height);
        double x = Math.clamp(caret.getMinX(), GAP, Math.max(GAP, layer.getWidth() - width - GAP));
        box.resizeRelocate(layer.snapPositionX(x), layer.snapPositionY(y), width, height);
    }
}
