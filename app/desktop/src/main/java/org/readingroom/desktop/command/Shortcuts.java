package org.readingroom.desktop.command;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Keys as commands use them and as people read them.
public final class Shortcuts {
    private Shortcuts() {}

    public static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    public static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /// Empty for a command without keys.
    public static String shown(@Nullable KeyCombination keys) {
        return keys == null ? "" : keys.getDisplayText();
    }
}
