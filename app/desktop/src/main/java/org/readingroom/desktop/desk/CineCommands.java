package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;

/// Playing the active view, as commands.
// [impl->req~desk.cine~1]
final class CineCommands {
    private final ReadingDeskModel desk;
    private final List<Command> all = new ArrayList<>();

    CineCommands(ReadingDeskModel desk, ObservableBooleanValue filled) {
        this.desk = desk;
        add("cine-play", new KeyCodeCombination(KeyCode.P), filled, () -> cine().toggle());
        add(
                "cine-order",
                shift(KeyCode.P),
                filled,
                () -> cine().order(cine().order().next()));
        add("cine-faster", shift(KeyCode.PERIOD), filled, () -> cine().faster(1));
        add("cine-slower", shift(KeyCode.COMMA), filled, () -> cine().faster(-1));
        add("cine-first", null, filled, () -> cine().markFirst());
        add("cine-last", null, filled, () -> cine().markLast());
        add("cine-all", null, filled, () -> cine().playAll());
        add("cine-in-step", shift(KeyCode.SPACE), filled, () -> {
            var inStep = desk.grid().inStepProperty();
            inStep.set(!inStep.get());
        });
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    private Cine cine() {
        return desk.activeProperty().get().cine();
    }

    private static KeyCombination shift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
    }

    private void add(String id, @Nullable KeyCombination key, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk." + id, "desk.command." + id, key, when, action));
    }
}
