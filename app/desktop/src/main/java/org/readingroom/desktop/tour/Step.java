package org.readingroom.desktop.tour;

import java.util.function.BooleanSupplier;

/// One step of the demo line: what a person does, and what must be seen before the picture is taken.
///
/// `name` is the file's name without number and ending; one that begins with a dot takes no picture. `seen` is asked
/// again and
/// again on `fx`.
public record Step(String name, Runnable action, BooleanSupplier seen) {
    boolean isPictured() {
        return !name.startsWith(".");
    }
}
