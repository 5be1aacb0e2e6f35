package org.readingroom.report.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets Tab and Shift+Tab go round among what can be pressed inside one sheet, never out of it: what is typed next must
/// not land behind.
///
/// **Thread:** `fx`.
// [impl->req~report.ui.sign-tab~1]
final class FocusRound {
    private FocusRound() {}

    static void keepIn(Parent sheet) {
        sheet.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
                step(sheet, event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
    }

    private static void step(Parent sheet, int by) {
        List<Node> stops = new ArrayList<>();
        collect(sheet, stops);
        int at = stops.indexOf(sheet.getScene().getFocusOwner());
        if (!stops.isEmpty()) {
            int next = at < 0 ? 0 : Math.floorMod(at + by, stops.size());
            stops.get(next).requestFocus();
        }
    }

    private static void collect(Parent parent, List<Node> stops) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            if (node.isFocusTraversable()) {
                stops.add(node);
            } else if (node instanceof Parent inner) {
                collect(inner, stops);
            }
        }
    }
}
