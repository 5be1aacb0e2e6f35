package org.readingroom.desktop.command;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// One thing the program can be told to do.
///
/// `titleKey` is a message key; `shortcut` is null for what only the palette and buttons reach; `when` says
/// whether it can be done now.
public record Command(
        String id, String titleKey, @Nullable KeyCombination shortcut, ObservableBooleanValue when, Runnable action) {

    public boolean isPossible() {
        return when.get();
    }
}
