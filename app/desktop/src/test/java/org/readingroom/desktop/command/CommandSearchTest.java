package org.readingroom.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.junit.jupiter.api.Test;

class CommandSearchTest {
    /// 适合窗口, Fit.
    private final Command fit = command("desk.fit", "desk.command.fit");

    private final Command invert = command("desk.invert", "desk.command.invert");

    private static Command command(String id, String title) {
        return new Command(id, title, new KeyCodeCombination(KeyCode.F9), new SimpleBooleanProperty(true), () -> {});
    }

    // [utest->req~desk.palette~1]
    @Test
    void aCommandIsFoundByBothLanguagesPinyinItsLettersIdAndKey() {
        CommandSearch search = new CommandSearch();
        for (String typed : List.of("fit", "适合", "shihe", "shi he", "shck", "DESK.F", "f9", "")) {
            assertTrue(search.isMeant(fit, typed), typed);
        }
        for (String typed : List.of("fits", "合适", "kcsh", "f8", "fit invert")) {
            assertFalse(search.isMeant(fit, typed), typed);
        }
    }

    @Test
    void whatWasUsedOfLateComesFirstAndIsKept() {
        List<String> kept = new ArrayList<>();
        RecentCommands recent = new RecentCommands("", kept::add);
        assertEquals(List.of(fit, invert), recent.sorted(List.of(fit, invert)));
        recent.used(invert);
        recent.used(fit);
        recent.used(invert);
        assertEquals("desk.invert desk.fit", kept.getLast());
        RecentCommands again = new RecentCommands(kept.getLast(), kept::add);
        assertEquals(List.of(invert, fit), again.sorted(List.of(fit, invert)));
        for (int i = 0; i < 30; i++) {
            again.used(command("c" + i, "x"));
        }
        assertEquals(10, kept.getLast().split(" ").length);
    }
}
