package org.readingroom.desktop.command;

import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keys as commands use them and as people read them.
public final class Shortcuts {
    /// What puts tools and sheets down, moves between fields or opens menus whatever else is set.
    private static final Set<KeyCode> FIXED = Set.of(
            KeyCode.ESCAPE,
            KeyCode.CONTEXT_MENU,
            KeyCode.CAPS,
            KeyCode.NUM_LOCK,
            KeyCode.SCROLL_LOCK,
            KeyCode.UNDEFINED);

    /// What writers need under their fingers.
    private static final Set<KeyCode> WRITING =
            Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);

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

    /// The key of `name`, as [KeyCombination#getName()] gives it; nothing for what names no key.
    public static Optional<KeyCombination> parse(String name) {
        try {
            // a word that names no key is read as a character, which no keyboard sends
            return name.isBlank()
                    ? Optional.empty()
                    : Optional.of(KeyCombination.valueOf(name)).filter(KeyCodeCombination.class::isInstance);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The combination that was pressed; nothing while only modifiers are.
    public static Optional<KeyCodeCombination> pressed(KeyEvent event) {
        if (event.getCode().isModifierKey() || event.getCode() == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        return Optional.of(new KeyCodeCombination(
                event.getCode(),
                down(event.isShiftDown()),
                ModifierValue.UP,
                down(event.isAltDown()),
                ModifierValue.UP,
                down(event.isShortcutDown())));
    }

    private static ModifierValue down(boolean isDown) {
        return isDown ? ModifierValue.DOWN : ModifierValue.UP;
    }

    /// Whether `keys` must stay what it is for a command of `context`: Escape and menus everywhere, the keys of writing
    /// where text is written, plain letters and arrows likewise.
    public static boolean isReserved(KeyCodeCombination keys, KeyContext context) {
        if (FIXED.contains(keys.getCode())) {
            return true;
        }
        // files may say Ctrl where a recorded key says Shortcut
        boolean isCtrl = keys.getShortcut() == ModifierValue.DOWN || keys.getControl() == ModifierValue.DOWN;
        boolean isPlain = !isCtrl && keys.getAlt() != ModifierValue.DOWN;
        if (context.isOfPictures()) {
            return false;
        }
        return isPlain && !keys.getCode().isFunctionKey()
                || isCtrl && keys.getAlt() != ModifierValue.DOWN && WRITING.contains(keys.getCode());
    }
}
