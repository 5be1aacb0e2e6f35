package org.readingroom.report.ui;

import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys and input methods as the toolkit tells of them, sent to whatever has the focus.
///
/// **Thread:** FX.
record EditorKeys(Scene scene) {
    void press(KeyCode code, KeyCode... held) {
        Set<KeyCode> with = Set.of(held);
        Event.fireEvent(
                owner(),
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        KeyEvent.CHAR_UNDEFINED,
                        code.getName(),
                        code,
                        with.contains(KeyCode.SHIFT),
                        with.contains(KeyCode.CONTROL),
                        with.contains(KeyCode.ALT),
                        false));
    }

    void type(String text) {
        text.codePoints()
                .forEach(letter -> Event.fireEvent(
                        owner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                Character.toString(letter),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false)));
    }

    /// An input method shows `composed` at the caret, and has committed `committed`.
    void compose(String composed, String committed) {
        List<InputMethodTextRun> runs = composed.isEmpty()
                ? List.of()
                : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
        Event.fireEvent(
                owner(),
                new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length()));
    }

    private Node owner() {
        return scene.getFocusOwner();
    }
}
