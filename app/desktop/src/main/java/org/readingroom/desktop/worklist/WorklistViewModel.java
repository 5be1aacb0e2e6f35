package org.readingroom.desktop.worklist;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.WorklistFilter;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The worklist: all rows, those that the filter shows, the selected one and its series.
///
/// **Thread:** FX.
public final class WorklistViewModel {
    private final WorklistSource source;
    private final User user;
    private final TaskRunner runner;
    private final Consumer<Exception> failed;
    private final ObservableList<WorklistItem> items = FXCollections.observableArrayList();
    private final FilteredList<WorklistItem> shown = new FilteredList<>(items);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Chip> chip = new SimpleObjectProperty<>(Chip.ALL);
    private final ObjectProperty<@Nullable WorklistItem> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<Series>> series = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private @Nullable Handle reading;

    public WorklistViewModel(WorklistSource source, User user, TaskRunner runner, Consumer<Exception> failed) {
        this.source = source;
        this.user = user;
        this.runner = runner;
        this.failed = failed;
        filter.subscribe(this::narrow);
        chip.subscribe(this::narrow);
        selected.subscribe(this::loadSeries);
    }

    /// Reads the rows anew; the selected study stays selected when it is still there. A reading still under way is
    /// given up: its rows are older, whenever it ends.
    public void refresh() {
        if (reading != null) {
            reading.cancel();
        }
        reading = runner.start(Lane.IO, Priority.ON_SCREEN, source::items, this::take, failed);
    }

    public int count(Chip counted) {
        return (int) items.stream().filter(item -> counted.takes(item, user)).count();
    }

    public ObservableList<WorklistItem> items() {
        return items;
    }

    public FilteredList<WorklistItem> shown() {
        return shown;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Chip> chipProperty() {
        return chip;
    }

    public ObjectProperty<@Nullable WorklistItem> selectedProperty() {
        return selected;
    }

    /// The series of the selected study; empty until they are read.
    public ReadOnlyObjectProperty<List<Series>> seriesProperty() {
        return series.getReadOnlyProperty();
    }

    /// False until the rows were read once.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    private void take(List<WorklistItem> fresh) {
        WorklistItem before = selected.get();
        items.setAll(fresh);
        loaded.set(true);
        narrow();
        StudyUid wanted = before == null ? null : before.study().uid();
        selected.set(shown.stream()
                .filter(item -> item.study().uid().equals(wanted))
                .findFirst()
                .orElse(shown.isEmpty() ? null : shown.getFirst()));
    }

    private void narrow() {
        WorklistFilter words = new WorklistFilter(filter.get());
        Chip wanted = chip.get();
        shown.setPredicate(item -> wanted.takes(item, user) && words.test(item));
    }

    private void loadSeries(@Nullable WorklistItem item) {
        series.set(List.of());
        if (item == null) {
            return;
        }
        StudyUid study = item.study().uid();
        runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> source.series(study),
                found -> {
                    WorklistItem now = selected.get();
                    if (now != null && now.study().uid().equals(study)) {
                        series.set(found);
                    }
                },
                failed);
    }
}
