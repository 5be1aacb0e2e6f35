package org.readingroom.report.ui.form;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// G in a line for numbers: no number has that letter, so it takes the measurement, as in the images.
/// Behind other letters, as of a unit, it is a letter.
final class MeasureKey {
    private MeasureKey() {}

    static void on(TextInputControl input, Runnable measure) {
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (event.getCode() == KeyCode.G && isPlain && !hasLetters(input)) {
                measure.run();
                event.consume();
            }
        });
        input.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equalsIgnoreCase("g") && !hasLetters(input)) {
                event.consume();
            }
        });
    }

    private static boolean hasLetters(TextInputControl input) {
        return input.getText().codePoints().anyMatch(Character::isLetter);
    }
}
