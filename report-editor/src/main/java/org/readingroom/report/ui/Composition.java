package org.readingroom.report.ui;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;

/// Whether an input method is at work in a text control: letters stand there that are not words yet.
///
/// Meanwhile every key belongs to the input method, which chooses and ends by them; none of ours is heard.
///
/// **Thread:** `fx`.
// [impl->req~report.ui.input-method~1]
public final class Composition {
    private boolean isRunning;

    private Composition() {}

    /// Follows `control`, whose keys are kept from everybody while words are composed.
    public static Composition of(TextInputControl control) {
        Composition composition = new Composition();
        control.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composition::follow);
        control.addEventFilter(KeyEvent.KEY_PRESSED, composition::keep);
        // What is composed when the focus leaves stands there as it is; nobody will end it.
        control.focusedProperty().subscribe(isFocused -> composition.isRunning &= isFocused);
        return composition;
    }

    public boolean isRunning() {
        return isRunning;
    }

    private void follow(InputMethodEvent event) {
        isRunning = !event.getComposed().isEmpty();
    }

    private void keep(KeyEvent event) {
        if (isRunning) {
            event.consume();
        }
    }
}
