package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;

/// Linking of views, lines of one in the others and the place under the pointer, as commands.
// [impl->req~desk.linked-scroll~1]
final class LinkCommands {
    private final List<Command> all = new ArrayList<>();

    LinkCommands(ReadingDeskModel desk, ObservableBooleanValue filled) {
        ViewLinks links = desk.links();
        LinkSwitches switches = links.switches();
        add("link", new KeyCodeCombination(KeyCode.J), filled, () -> toggle(switches.onProperty()));
        add("link-same-place", new KeyCodeCombination(KeyCode.J, KeyCombination.SHIFT_DOWN), filled, links::samePlace);
        add("reference-lines", new KeyCodeCombination(KeyCode.C), filled, desk.referenceLines()::toggle);
        add(
                "localizer-lines",
                new KeyCodeCombination(KeyCode.Z, KeyCombination.SHIFT_DOWN),
                filled,
                desk.referenceLines()::toggleAll);
        add("cursor-3d", new KeyCodeCombination(KeyCode.Z), filled, desk.pointCursor()::toggle);
        for (LinkSwitches.Part part : switches.parts()) {
            boolean isWindow = part.name().equals("window");
            add(
                    "link-" + part.name(),
                    isWindow ? new KeyCodeCombination(KeyCode.J, KeyCombination.CONTROL_DOWN) : null,
                    filled,
                    () -> {
                        toggle(part.on());
                        if (part.on().get()) {
                            switches.onProperty().set(true);
                        }
                    });
        }
    }

    private static void toggle(BooleanProperty on) {
        on.set(!on.get());
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    private void add(String id, @Nullable KeyCombination key, ObservableBooleanValue when, Runnable action) {
        all.add(new Command("desk." + id, "desk.command." + id, key, when, action));
    }
}
