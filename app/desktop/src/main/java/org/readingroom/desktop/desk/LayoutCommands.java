package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.Command;
import org.readingroom.viewer.viewport.Layout;

/// How many views there are, and which stands where, by key.
final class LayoutCommands {
    /// A layout and the digit it is chosen by: with Shift the four smallest, with Ctrl and Shift the others.
    record Keyed(Layout layout, KeyCodeCombination keys) {}

    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.DIGIT3,
        KeyCode.DIGIT4,
        KeyCode.DIGIT5,
        KeyCode.DIGIT6,
        KeyCode.DIGIT7,
        KeyCode.DIGIT8,
        KeyCode.DIGIT9
    };

    private static final List<Layout> FEW = List.of(Layout.ONE, Layout.TWO_BESIDE, Layout.TWO_ABOVE, Layout.FOUR);

    private static final List<Layout> MANY = List.of(
            new Layout(1, 3),
            new Layout(1, 4),
            new Layout(2, 3),
            new Layout(2, 4),
            new Layout(3, 3),
            new Layout(3, 4),
            new Layout(4, 4),
            new Layout(3, 5),
            new Layout(4, 5));

    private final ReadingDeskModel desk;
    private final List<Command> all = new ArrayList<>();

    /// `filled` says that the active view shows something and has the keyboard.
    LayoutCommands(ReadingDeskModel desk, ObservableBooleanValue inFocus, ObservableBooleanValue filled) {
        this.desk = desk;
        for (Keyed keyed : keyed()) {
            add("layout-" + keyed.layout().label(), keyed.keys(), inFocus, () -> desk.arrange(keyed.layout()));
        }
        add(
                "tile-images",
                key(KeyCode.ENTER, KeyCombination.ALT_DOWN),
                filled,
                () -> desk.tiling().toggle());
        add("exchange-left", key(KeyCode.LEFT, KeyCombination.ALT_DOWN), inFocus, () -> exchange(0, -1));
        add("exchange-right", key(KeyCode.RIGHT, KeyCombination.ALT_DOWN), inFocus, () -> exchange(0, 1));
        add("exchange-up", key(KeyCode.UP, KeyCombination.ALT_DOWN), inFocus, () -> exchange(-1, 0));
        add("exchange-down", key(KeyCode.DOWN, KeyCombination.ALT_DOWN), inFocus, () -> exchange(1, 0));
    }

    /// The layouts with a key of their own, in the order of their keys.
    static List<Keyed> keyed() {
        List<Keyed> keyed = new ArrayList<>();
        for (int i = 0; i < FEW.size(); i++) {
            keyed.add(new Keyed(FEW.get(i), key(DIGITS[i], KeyCombination.SHIFT_DOWN)));
        }
        for (int i = 0; i < MANY.size(); i++) {
            keyed.add(new Keyed(MANY.get(i), key(DIGITS[i], KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN)));
        }
        return keyed;
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    private static KeyCodeCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    private void exchange(int rows, int columns) {
        desk.grid().neighbour(rows, columns).ifPresent(other -> {
            desk.exchange(desk.activeProperty().get(), other);
            desk.focusActive();
        });
    }

    private void add(String id, KeyCombination keys, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk." + id, "desk.command." + id, keys, when, action));
    }
}
