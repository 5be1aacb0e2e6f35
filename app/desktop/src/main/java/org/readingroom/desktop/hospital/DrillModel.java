package org.readingroom.desktop.hospital;

import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.LinkKind;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// A drill from its beginning to its report.
///
/// **Thread:** FX.
// [impl->req~hospital.drill-sheet~1]
public final class DrillModel {
    private final DrillActs acts;
    private final TaskRunner runner;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<DrillActs.@Nullable Filed> filed = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Exception> fault = new SimpleObjectProperty<>();

    public DrillModel(DrillActs acts, TaskRunner runner) {
        this.acts = acts;
        this.runner = runner;
        running.set(acts.isRunning());
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// While the links come back and what was queued leaves.
    public ReadOnlyBooleanProperty endingProperty() {
        return ending.getReadOnlyProperty();
    }

    /// The report of the last drill of this session.
    public ReadOnlyObjectProperty<DrillActs.@Nullable Filed> filedProperty() {
        return filed.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> faultProperty() {
        return fault;
    }

    public void begin(Set<LinkKind> kinds) {
        if (running.get()) {
            return;
        }
        fault.set(null);
        filed.set(null);
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    acts.begin(kinds);
                    return true;
                },
                begun -> running.set(acts.isRunning()),
                this::failed);
    }

    public void end(Locale language) {
        if (!running.get() || ending.get()) {
            return;
        }
        ending.set(true);
        Handle ignored = runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> acts.end(language, Progress.IGNORED),
                report -> {
                    filed.set(report);
                    ended();
                },
                this::failed);
    }

    private void failed(Exception e) {
        fault.set(e);
        ended();
    }

    private void ended() {
        ending.set(false);
        running.set(acts.isRunning());
    }
}
