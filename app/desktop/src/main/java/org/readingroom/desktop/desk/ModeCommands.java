package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.Command;

/// Volumes seen from outside and sheets along a path, as commands on the active view.
final class ModeCommands {
    private final ReadingDeskModel desk;
    private final List<Command> all = new ArrayList<>();

    ModeCommands(ReadingDeskModel desk, ObservableBooleanValue filled) {
        this.desk = desk;
        add("scene", shift(KeyCode.V), filled, () -> Arrangements.toggleScene(view()));
        add("scene-left", new KeyCodeCombination(KeyCode.LEFT), filled, () -> turn(-1));
        add("scene-right", new KeyCodeCombination(KeyCode.RIGHT), filled, () -> turn(1));
        add(
                "scene-light",
                shift(KeyCode.L),
                filled,
                () -> view().scene((look, volume) -> look.withShading(!look.isShaded())));
        add(
                "scene-box",
                new KeyCodeCombination(KeyCode.K),
                filled,
                () -> view().scene((look, volume) -> look.withBox(!look.showsBox())));
        add("scene-whole", shift(KeyCode.K), filled, () -> view().scene((look, volume) -> look.withClip(null)));
        add(
                "scene-cut",
                new KeyCodeCombination(KeyCode.Y),
                filled,
                () -> view().scene((look, volume) -> look.withScissors(!look.takesScissors())));
        add("scene-uncut", shift(KeyCode.Y), filled, () -> view().scene((look, volume) -> look.uncut()));
        add("curve", shift(KeyCode.C), filled, desk.curveDrawing()::toggle);
        add("curve-kind", new KeyCodeCombination(KeyCode.Q), filled, () -> view().curve(CurveLook::otherKind));
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    private void turn(int steps) {
        view().scene((look, volume) -> look.stepped(volume, steps, 0));
    }

    private ViewportModel view() {
        return desk.activeProperty().get();
    }

    private static KeyCombination shift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
    }

    private void add(String id, KeyCombination key, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk." + id, "desk.command." + id, key, when, action));
    }
}
