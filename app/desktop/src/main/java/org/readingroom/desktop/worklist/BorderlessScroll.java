package org.readingroom.desktop.worklist;

import javafx.scene.control.ScrollPane;

/// A column that scrolls up and down only.
class BorderlessScroll extends ScrollPane {
    BorderlessScroll() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }
}
