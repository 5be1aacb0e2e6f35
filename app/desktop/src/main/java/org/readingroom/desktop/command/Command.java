package org.readingroom.desktop.command;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// One thing the program can be told to do.
///
/// `titleKey` is a message key; `when` says whether it can be done now. The key it has is the one the person gave it in
/// the [KeyMap]; without one, that which it was made with. Null for what only the palette and buttons reach.
///
/// **Thread:** FX.
public final class Command {
    private final String id;
    private final String titleKey;
    private final @Nullable KeyCombination builtIn;
    private final ReadOnlyObjectWrapper<@Nullable KeyCombination> shortcut;
    private final ObservableBooleanValue when;
    private final Runnable action;

    public Command(
            String id,
            String titleKey,
            @Nullable KeyCombination shortcut,
            ObservableBooleanValue when,
            Runnable action) {
        this.id = id;
        this.titleKey = titleKey;
        this.builtIn = shortcut;
        this.shortcut = new ReadOnlyObjectWrapper<>(shortcut);
        this.when = when;
        this.action = action;
    }

    public String id() {
        return id;
    }

    public String titleKey() {
        return titleKey;
    }

    /// The key it has now.
    public @Nullable KeyCombination shortcut() {
        return shortcut.get();
    }

    /// What shows a key listens to this.
    public ReadOnlyObjectProperty<@Nullable KeyCombination> shortcutProperty() {
        return shortcut.getReadOnlyProperty();
    }

    /// The key it was made with.
    public @Nullable KeyCombination builtIn() {
        return builtIn;
    }

    void hear(@Nullable KeyCombination wanted) {
        if (!Objects.equals(wanted, shortcut.get())) {
            shortcut.set(wanted);
        }
    }

    public ObservableBooleanValue when() {
        return when;
    }

    public Runnable action() {
        return action;
    }

    public boolean isPossible() {
        return when.get();
    }

    /// Whether `event` is its key and it can be done now.
    public boolean isAskedBy(KeyEvent event) {
        KeyCombination key = shortcut.get();
        return key != null && key.match(event) && isPossible();
    }

    @Override
    public String toString() {
        return id;
    }
}
