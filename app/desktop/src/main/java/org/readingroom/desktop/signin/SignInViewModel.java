package org.readingroom.desktop.signin;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Signing in: a name, a password handed over once and wiped, and what came of it.
///
/// **Thread:** FX.
public final class SignInViewModel<S> {
    private final Door<S> door;
    private final TaskRunner runner;
    private final Consumer<S> entered;
    private final StringProperty loginName = new SimpleStringProperty("");
    private final BooleanProperty capsLock = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> refusal = new ReadOnlyObjectWrapper<>();

    public SignInViewModel(Door<S> door, TaskRunner runner, Consumer<S> entered) {
        this.door = door;
        this.runner = runner;
        this.entered = entered;
    }

    /// Knocks once at a time; `password` is wiped when the answer is there.
    public void signIn(char[] password) {
        if (busy.get() || loginName.get().isBlank()) {
            Arrays.fill(password, '\0');
            return;
        }
        String name = loginName.get().strip();
        busy.set(true);
        refusal.set(null);
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    try {
                        return door.signIn(name, password);
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                },
                session -> {
                    busy.set(false);
                    entered.accept(session);
                },
                fault -> {
                    busy.set(false);
                    refusal.set(fault);
                });
    }

    public StringProperty loginNameProperty() {
        return loginName;
    }

    public BooleanProperty capsLockProperty() {
        return capsLock;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last try was refused; null when none was.
    public ReadOnlyObjectProperty<@Nullable Exception> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }
}
