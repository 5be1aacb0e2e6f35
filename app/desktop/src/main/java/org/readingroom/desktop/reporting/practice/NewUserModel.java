package org.readingroom.desktop.reporting.practice;

import java.util.Arrays;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.home.Admission;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.identity.Role;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Adding one further person; passwords are handed over once and wiped, whatever comes of it.
///
/// **Thread:** FX.
public final class NewUserModel {
    private final Admission admission;
    private final TaskRunner runner;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> refused = new ReadOnlyObjectWrapper<>();

    public NewUserModel(Admission admission, TaskRunner runner) {
        this.admission = admission;
        this.runner = runner;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last person was not added; null when they were.
    ReadOnlyObjectProperty<@Nullable Exception> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    void refuse(Exception fault) {
        refused.set(null); // the same refusal twice is told twice
        refused.set(fault);
    }

    /// What was refused is being typed anew.
    void forget() {
        refused.set(null);
    }

    void admit(
            String login,
            String display,
            Set<Role> roles,
            Practice practice,
            char[] password,
            char[] again,
            Runnable done) {
        boolean isSame = Arrays.equals(password, again);
        Arrays.fill(again, '\0');
        if (busy.get() || !isSame) {
            Arrays.fill(password, '\0');
            if (!isSame) {
                refuse(new WorkstationException("desktop.first-user.differ", "the two passwords differ"));
            }
            return;
        }
        busy.set(true);
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    try {
                        admission.admit(login, display, roles, practice, password);
                        return login;
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                },
                made -> {
                    busy.set(false);
                    refused.set(null);
                    done.run();
                },
                fault -> {
                    busy.set(false);
                    refuse(fault);
                });
    }
}
