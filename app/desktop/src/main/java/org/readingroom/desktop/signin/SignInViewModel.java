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
import org.readingroom.viewer.model.WorkstationException;
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
    private final ReadOnlyBooleanWrapper renewal = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> refusal = new ReadOnlyObjectWrapper<>();

    public SignInViewModel(Door<S> door, TaskRunner runner, Consumer<S> entered) {
        this.door = door;
        this.runner = runner;
        this.entered = entered;
        loginName.subscribe(name -> renewal.set(false));
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
                    renewal.set(fault instanceof WorkstationException known
                            && known.messageKey().equals("services.signin.change-first"));
                    refusal.set(fault);
                });
    }

    /// Puts the person's own password in the place of the one `given` to them, and signs in with it. All are
    /// wiped.
    // [impl->req~identity.first-password~1]
    public void renew(char[] given, char[] own, char[] repeated) {
        boolean isSame = Arrays.equals(own, repeated);
        Arrays.fill(repeated, '\0');
        if (busy.get() || !isSame) {
            Arrays.fill(given, '\0');
            Arrays.fill(own, '\0');
            if (!isSame) {
                refusal.set(null); // the same refusal twice is told twice
                refusal.set(new WorkstationException("desktop.first-user.differ", "the two passwords differ"));
            }
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
                        door.renew(name, given, own);
                        return own;
                    } catch (WorkstationException | RuntimeException e) {
                        Arrays.fill(own, '\0');
                        throw e;
                    } finally {
                        Arrays.fill(given, '\0');
                    }
                },
                changed -> {
                    busy.set(false);
                    renewal.set(false);
                    signIn(changed);
                },
                fault -> {
                    busy.set(false);
                    refusal.set(fault);
                });
    }

    /// Whether the person has to choose a password of their own before anything else.
    public ReadOnlyBooleanProperty renewalProperty() {
        return renewal.getReadOnlyProperty();
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
