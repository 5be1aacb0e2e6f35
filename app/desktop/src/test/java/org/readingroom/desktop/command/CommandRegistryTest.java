package org.readingroom.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/// The whole window registers here, so that every test that opens it would notice a key given out twice.
// [utest->req~desk.one-key-one-command~1]
class CommandRegistryTest {
    private final CommandRegistry registry = new CommandRegistry();

    private static Command command(String id, KeyCombination key) {
        return new Command(id, id, key, new SimpleBooleanProperty(true), () -> {});
    }

    @Test
    void aKeyBelongsToOneCommand() {
        registry.add(command("a", new KeyCodeCombination(KeyCode.S)));
        registry.add(command("b", new KeyCodeCombination(KeyCode.S, KeyCombination.SHIFT_DOWN)));
        Command second = command("c", new KeyCodeCombination(KeyCode.S));
        String told = assertThrows(IllegalArgumentException.class, () -> registry.add(second))
                .getMessage();
        assertTrue(told.contains("c and a"), told);
        assertEquals(2, registry.all().size());
    }

    @Test
    void commandsWithoutAKeyNeverCollide() {
        registry.add(new Command("a", "a", null, new SimpleBooleanProperty(true), () -> {}));
        registry.add(new Command("b", "b", null, new SimpleBooleanProperty(true), () -> {}));
        assertEquals(2, registry.all().size());
    }
}
