package org.readingroom.desktop.desk;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Whether views are linked, and in what.
///
/// The window is not linked at first: the same slice under two windows is often why two views show it.
///
/// **Thread:** FX.
final class LinkSwitches {
    private final BooleanProperty on = new SimpleBooleanProperty(false);
    private final BooleanProperty scroll = new SimpleBooleanProperty(true);
    private final BooleanProperty zoom = new SimpleBooleanProperty(true);
    private final BooleanProperty pan = new SimpleBooleanProperty(true);
    private final BooleanProperty window = new SimpleBooleanProperty(false);

    BooleanProperty onProperty() {
        return on;
    }

    BooleanProperty scrollProperty() {
        return scroll;
    }

    BooleanProperty zoomProperty() {
        return zoom;
    }

    BooleanProperty panProperty() {
        return pan;
    }

    BooleanProperty windowProperty() {
        return window;
    }

    /// What can be linked, in the order in which it is said: part of a message key and its switch.
    List<Part> parts() {
        return List.of(
                new Part("scroll", scroll), new Part("zoom", zoom), new Part("pan", pan), new Part("window", window));
    }

    record Part(String name, BooleanProperty on) {}

    boolean isOn(BooleanProperty part) {
        return on.get() && part.get();
    }
}
