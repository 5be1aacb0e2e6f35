package org.readingroom.desktop.desk;

import javafx.scene.input.MouseEvent;

/// What the mouse does in a view that shows no flat picture.
interface ViewHands {
    void pressed(MouseEvent event);

    void dragged(MouseEvent event);

    void released(MouseEvent event);

    void moved(MouseEvent event);

    /// **Units:** notches of the wheel, away from the reader is positive.
    void wheel(int notches);
}
