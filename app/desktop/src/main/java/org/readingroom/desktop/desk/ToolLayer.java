package org.readingroom.desktop.desk;

import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What lies over the pictures of every view: marks, handles, the tool in hand.
///
/// Mouse methods are asked first and return whether they took the event; what they leave, the view
/// uses for window, pan and zoom. Positions of events are in logical pixels of the view, as in
/// [ViewContext#transform()].
///
/// **Thread:** FX.
public interface ToolLayer {
    /// A layer that shows and takes nothing.
    ToolLayer NONE = new ToolLayer() {};

    /// Paints over one view; the canvas is clear and as large as the view.
    default void paint(GraphicsContext canvas, ViewContext view) {}

    /// Paints what belongs on a page as well: marks, and nothing of the tool in hand.
    default void paintForPage(GraphicsContext canvas, ViewContext view) {}

    default boolean pressed(MouseEvent event, ViewContext view) {
        return false;
    }

    default boolean dragged(MouseEvent event, ViewContext view) {
        return false;
    }

    default boolean released(MouseEvent event, ViewContext view) {
        return false;
    }

    default boolean moved(MouseEvent event, ViewContext view) {
        return false;
    }

    /// A press let go where it was, that nobody took.
    default boolean clicked(MouseEvent event, ViewContext view) {
        return false;
    }

    /// The second press of a double click; the view maximises itself when nobody takes it.
    default boolean doubleClicked(MouseEvent event, ViewContext view) {
        return false;
    }

    default boolean keyPressed(KeyEvent event, ViewContext view) {
        return false;
    }

    /// The pointer's shape over a view; null leaves it to the view.
    default @Nullable Cursor cursor(ViewContext view) {
        return null;
    }
}
