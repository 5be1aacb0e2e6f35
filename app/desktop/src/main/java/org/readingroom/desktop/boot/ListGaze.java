package org.readingroom.desktop.boot;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.readingroom.desktop.fx.SheetLayer;

/// Whether the person looks at the list, with nothing in front of it: in the main window while that shows the list, or
/// in a window of its own while that has the keyboard. Who writes in another window looks at a report.
///
/// **Thread:** FX.
// [impl->req~worklist.open-late~1]
final class ListGaze {
    private final Node list;
    private final Node main;
    private final SheetLayer sheets;

    /// `main` is always in the main window, unless that is covered.
    ListGaze(Node list, Node main, SheetLayer sheets) {
        this.list = list;
        this.main = main;
        this.sheets = sheets;
    }

    boolean isOnList(boolean isPlace) {
        Scene scene = list.getScene();
        if (scene == null || main.getScene() == null || sheets.openProperty().get()) {
            return false;
        }
        Window window = scene.getWindow();
        boolean isOwn = !scene.equals(main.getScene()) && window != null && window.isFocused();
        return isOwn || isPlace && !SideWindow.isFocusedBut(window);
    }
}
