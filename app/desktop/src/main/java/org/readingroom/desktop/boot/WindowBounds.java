package org.readingroom.desktop.boot;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.readingroom.desktop.settings.WindowMemory;

/// Puts the window where it was, unless that screen is gone; a first start fills the screen.
final class WindowBounds {
    private WindowBounds() {}

    static void restore(Stage stage, WindowMemory memory) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(screen.getWidth(), memory.number("window.width", screen.getWidth() * 0.92));
        double height = Math.min(screen.getHeight(), memory.number("window.height", screen.getHeight() * 0.92));
        stage.setWidth(Math.max(width, Math.min(960, screen.getWidth())));
        stage.setHeight(Math.max(height, Math.min(600, screen.getHeight())));
        double x = memory.number("window.x", Double.NaN);
        double y = memory.number("window.y", Double.NaN);
        boolean seen = !Double.isNaN(x)
                && !Double.isNaN(y)
                && !Screen.getScreensForRectangle(x + 40, y + 10, 100, 30).isEmpty();
        if (seen) {
            stage.setX(x);
            stage.setY(y);
        } else {
            stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
            stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
        }
        stage.setMaximized(memory.fact("window.maximized", true));
    }

    static void keep(Stage stage, WindowMemory memory) {
        memory.keep("window.maximized", stage.isMaximized());
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            memory.keep("window.x", stage.getX());
            memory.keep("window.y", stage.getY());
            memory.keep("window.width", stage.getWidth());
            memory.keep("window.height", stage.getHeight());
        }
    }
}
