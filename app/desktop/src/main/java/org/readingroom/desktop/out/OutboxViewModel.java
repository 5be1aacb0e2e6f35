package org.readingroom.desktop.out;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// What was signed and waits for the hospital, newest first.
///
/// **Thread:** FX.
public final class OutboxViewModel {
    /// Reads the entries; blocks.
    @FunctionalInterface
    public interface Source {
        List<OutRow> rows() throws WorkstationException;
    }

    private final Source source;
    private final TaskRunner runner;
    private final Consumer<Exception> failed;
    private final ObservableList<OutRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    public OutboxViewModel(Source source, TaskRunner runner, Consumer<Exception> failed) {
        this.source = source;
        this.runner = runner;
        this.failed = failed;
    }

    public void refresh() {
        runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                source::rows,
                fresh -> {
                    rows.setAll(fresh.reversed());
                    loaded.set(true);
                },
                failed);
    }

    public ObservableList<OutRow> rows() {
        return rows;
    }

    public long waiting() {
        return rows.stream()
                .filter(row -> row.entry().state() == OutboxEntry.State.WAITING)
                .count();
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }
}
