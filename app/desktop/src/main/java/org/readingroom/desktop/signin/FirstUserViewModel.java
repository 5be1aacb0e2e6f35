package org.readingroom.desktop.signin;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Making the first user of a new home.
///
/// **Thread:** FX.
public final class FirstUserViewModel {
    /// Writes the user down; the caller wipes `password`.
    @FunctionalInterface
    public interface Register {
        void create(String loginName, String displayName, char[] password) throws WorkstationException;
    }

    private final Register register;
    private final TaskRunner runner;
    private final Consumer<String> created;
    private final StringProperty loginName = new SimpleStringProperty("");
    private final StringProperty displayName = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> refusal = new ReadOnlyObjectWrapper<>();

    /// `created` is told the login name.
    public FirstUserViewModel(Register register, TaskRunner runner, Consumer<String> created) {
        this.register = register;
        this.runner = runner;
        this.created = created;
    }

    /// Both copies of the password are wiped.
    public void create(char[] password, char[] repeated) {
        if (busy.get()) {
            return;
        }
        if (!Arrays.equals(password, repeated)) {
            Arrays.fill(password, '\0');
            Arrays.fill(repeated, '\0');
            refusal.set(new WorkstationException("desktop.first-user.differ", "the two passwords differ"));
            return;
        }
        Arrays.fill(repeated, '\0');
        String login = loginName.get().strip();
        String display = displayName.get().isBlank() ? login : displayName.get().strip();
        busy.set(true);
        refusal.set(null);
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    try {
                        register.create(login, display, password);
                        return login;
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                },
                done -> {
                    busy.set(false);
                    created.accept(done);
                },
                fault -> {
                    busy.set(false);
                    refusal.set(fault);
                });
    }

    public StringProperty loginNameProperty() {
        return loginName;
    }

    public StringProperty displayNameProperty() {
        return displayName;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }
}
