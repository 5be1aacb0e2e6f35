package org.readingroom.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    private final CommandRegistry registry = new CommandRegistry();
    private final List<String> done = new ArrayList<>();
    private final Command fit = add("desk.fit", new KeyCodeCombination(KeyCode.F));
    private final Command rotate = add("desk.rotate", new KeyCodeCombination(KeyCode.R));
    private final Command bare = add("desk.bare", null);

    private Command add(String id, KeyCombination key) {
        Command command = new Command(id, id, key, new SimpleBooleanProperty(true), () -> done.add(id));
        registry.add(command);
        return command;
    }

    private static KeyEvent press(KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }

    // [utest->req~desk.key-map~1]
    @Test
    void whatThePersonWantsGoesBeforeTheProfileAndThatBeforeWhatWasBuiltIn() {
        registry.keys().use(Map.of("desk.rotate", "I", "desk.bare", "B"), Map.of());
        assertEquals("F", Shortcuts.shown(fit.shortcut()));
        assertEquals("I", Shortcuts.shown(rotate.shortcut()));
        assertEquals("B", Shortcuts.shown(bare.shortcut()));
        registry.keys()
                .use(Map.of("desk.rotate", "I", "desk.bare", "B"), Map.of("desk.rotate", "Shift+Q", "desk.fit", ""));
        assertNull(fit.shortcut());
        assertEquals("Shift+Q", Shortcuts.shown(rotate.shortcut()));
        assertTrue(registry.handle(press(KeyCode.Q, true, false)));
        assertFalse(registry.handle(press(KeyCode.R, false, false)));
        assertFalse(registry.handle(press(KeyCode.F, false, false)));
        assertEquals(List.of("desk.rotate"), done);
        registry.keys().use(Map.of(), Map.of());
        assertEquals("F", Shortcuts.shown(fit.shortcut()));
        assertEquals("R", Shortcuts.shown(rotate.shortcut()));
        assertNull(bare.shortcut());
    }

    @Test
    void aKeyThatIsGivenLeavesWhoHadItAndNoListenerSeesBothOnIt() {
        List<String> both = new ArrayList<>();
        for (Command one : registry.all()) {
            one.shortcutProperty().addListener(o -> {
                if (fit.shortcut() != null && fit.shortcut().equals(bare.shortcut())) {
                    both.add(one.id());
                }
            });
        }
        registry.keys().use(Map.of(), Map.of("desk.bare", "F"));
        assertEquals(
                bare, registry.keys().holder(new KeyCodeCombination(KeyCode.F)).orElseThrow());
        assertNull(fit.shortcut());
        assertEquals(List.of(), both);
        assertEquals("F", Shortcuts.shown(registry.keys().ofProfile(fit)));
    }

    @Test
    void aCommandThatComesLaterGetsTheKeyThatWasKeptForItOrGoesWithout() {
        registry.keys().use(Map.of(), Map.of("plugin.late", "F", "desk.rotate", "L"));
        assertEquals("F", Shortcuts.shown(fit.shortcut()), "nobody else is here yet");
        Command late = add("plugin.late", null);
        Command length = add("desk.tools.length", new KeyCodeCombination(KeyCode.L));
        assertEquals("F", Shortcuts.shown(late.shortcut()));
        assertNull(fit.shortcut());
        assertNull(length.shortcut());
        registry.remove("plugin.late");
        assertEquals("F", Shortcuts.shown(fit.shortcut()));
    }

    @Test
    void namesThatAreNoKeysAreNoKeys() {
        registry.keys().use(Map.of("desk.fit", "Banana+F", "desk.bare", "Banana"), Map.of("desk.rotate", "Shift+"));
        assertNull(fit.shortcut());
        assertNull(rotate.shortcut());
        assertNull(bare.shortcut());
    }

    @Test
    void whatIsPressedIsTheKeyAsItIsKept() {
        KeyCodeCombination key = Shortcuts.pressed(press(KeyCode.K, true, true)).orElseThrow();
        assertEquals("Ctrl+Shift+K", key.getDisplayText());
        assertEquals(
                key.getDisplayText(),
                Shortcuts.shown(Shortcuts.parse(key.getName()).orElseThrow()));
        assertTrue(Shortcuts.pressed(press(KeyCode.SHIFT, true, false)).isEmpty());
    }

    /// Of the writer's keys none is taken for what works while a text has the keyboard.
    @Test
    void keysOfWritingAndEscapeStayWhatTheyAre() {
        KeyCodeCombination copy = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
        KeyCodeCombination letter = new KeyCodeCombination(KeyCode.C);
        assertTrue(Shortcuts.isReserved(copy, KeyContext.REPORT));
        assertTrue(Shortcuts.isReserved(letter, KeyContext.WINDOW));
        assertFalse(Shortcuts.isReserved(copy, KeyContext.MARKS));
        assertFalse(Shortcuts.isReserved(letter, KeyContext.PICTURES));
        assertFalse(Shortcuts.isReserved(new KeyCodeCombination(KeyCode.F7), KeyContext.WINDOW));
        for (KeyContext context : KeyContext.values()) {
            assertTrue(Shortcuts.isReserved(new KeyCodeCombination(KeyCode.ESCAPE), context));
        }
    }
}
