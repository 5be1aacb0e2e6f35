package org.readingroom.desktop.monitor;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/// One screen of the desk, told apart from the others by its place and size: the toolkit knows no serial numbers.
///
/// **Units:** logical pixels; `scale` picture elements lie on one.
public record Monitor(int x, int y, int width, int height, double scale) {
    static Monitor of(Screen screen) {
        Rectangle2D bounds = screen.getBounds();
        return new Monitor(
                (int) bounds.getMinX(),
                (int) bounds.getMinY(),
                (int) bounds.getWidth(),
                (int) bounds.getHeight(),
                screen.getOutputScaleX());
    }

    /// The monitors there are, the main one first.
    static List<Monitor> all() {
        return Screen.getScreens().stream().map(Monitor::of).toList();
    }

    /// What settings call it.
    String id() {
        return String.format(Locale.ROOT, "%dx%d+%d+%d", width, height, x, y);
    }

    /// Picture elements across.
    int columns() {
        return (int) Math.round(width * scale);
    }

    /// Picture elements down.
    int rows() {
        return (int) Math.round(height * scale);
    }

    /// How much of a rectangle lies on it, in square pixels.
    double shared(double left, double top, double wide, double high) {
        double across = Math.min(left + wide, x + (double) width) - Math.max(left, x);
        double down = Math.min(top + high, y + (double) height) - Math.max(top, y);
        return Math.max(0, across) * Math.max(0, down);
    }
}
