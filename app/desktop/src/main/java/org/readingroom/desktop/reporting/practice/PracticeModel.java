package org.readingroom.desktop.reporting.practice;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.reporting.PracticePerson;
import org.readingroom.services.reporting.PracticeRegister;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The people of this home as the window knows them; what is entered goes to the disk beside FX, and is then read anew.
///
/// **Thread:** FX.
public final class PracticeModel {
    private final PracticeRegister register;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<List<PracticePerson>> people = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Exception> refused = new ReadOnlyObjectWrapper<>();

    public PracticeModel(PracticeRegister register, TaskRunner runner) {
        this.register = register;
        this.runner = runner;
    }

    ReadOnlyObjectProperty<List<PracticePerson>> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /// Why the last entry was not taken; null when it was.
    ReadOnlyObjectProperty<@Nullable Exception> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    LocalDate today() {
        return register.today();
    }

    boolean isSelf(PracticePerson person) {
        return register.isSelf(person.id());
    }

    public void refresh() {
        runner.start(Lane.IO, Priority.ON_SCREEN, register::people, people::set, refused::set);
    }

    /// Also what was refused is read anew: somebody else may have been faster.
    void enter(PracticePerson person, Practice to, String reason, Runnable done) {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    register.enter(person.id(), person.practice(), to, reason);
                    return register.people();
                },
                now -> {
                    refused.set(null);
                    people.set(now);
                    done.run();
                },
                fault -> {
                    refused.set(null); // the same refusal twice is told twice
                    refused.set(fault);
                });
    }
}
