package org.readingroom.desktop.boot;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;

/// Adds commands whose title is the message `desktop.command.` and their id.
record CommandList(CommandRegistry commands) {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

    void add(String id, @Nullable KeyCombination keys, Runnable action) {
        add(id, keys, ALWAYS, action);
    }

    void add(String id, @Nullable KeyCombination keys, ObservableBooleanValue when, Runnable action) {
        commands.add(new Command(id, "desktop.command." + id, keys, when, action));
    }
}
