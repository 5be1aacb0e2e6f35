package org.readingroom.desktop.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The worklist: all rows, those that the filter shows, the selected one and its series. Filtering and sorting run
/// beside FX, so that typing never waits for a long list.
///
/// **Thread:** FX.
public final class WorklistViewModel {
    private final WorklistSource source;
    private final Supplier<ListSight> sight;
    private final TaskRunner runner;
    private final Consumer<Exception> failed;
    private final ObservableList<WorklistRow> shown = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Chip> chip = new SimpleObjectProperty<>(Chip.ALL);
    private final ObjectProperty<@Nullable Function<ListSight, Comparator<WorklistRow>>> order =
            new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable WorklistRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<SiftedRows> sifted = new ReadOnlyObjectWrapper<>(SiftedRows.NONE);
    private final ReadOnlyObjectWrapper<List<Series>> series = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final IntegerProperty beat = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<List<WorklistRow>> items = new ReadOnlyObjectWrapper<>(List.of());
    /// What the rows that are there now came to last; null when the counts no longer hold.
    private @Nullable SiftedRows counted;

    private boolean isReplacing;
    private boolean wasRead;
    private @Nullable Handle reading;
    private @Nullable Handle sifting;
    private @Nullable Runnable afterwards;
    private final Succession succession = new Succession();

    public WorklistViewModel(
            WorklistSource source, Supplier<ListSight> sight, TaskRunner runner, Consumer<Exception> failed) {
        this.source = source;
        this.sight = sight;
        this.runner = runner;
        this.failed = failed;
        filter.subscribe((before, now) -> choose(counted));
        chip.subscribe((before, now) -> choose(null));
        order.subscribe((before, now) -> choose(null));
        selected.subscribe(this::loadSeries);
    }

    /// Reads the rows anew; the selected case stays selected when it is still there. A reading still under way is
    /// given up: its rows are older, whenever it ends.
    public void refresh() {
        if (reading != null) {
            reading.cancel();
        }
        reading = runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                source::rows,
                rows -> {
                    reading = null;
                    wasRead = true;
                    items.set(rows);
                    counted = null;
                    narrow();
                },
                fault -> {
                    reading = null;
                    failed.accept(fault);
                });
    }

    /// Whether no reading is under way.
    boolean isIdle() {
        return reading == null;
    }

    /// Time has passed, or more is ready than before: what is shown is looked at again.
    public void beat() {
        beat.set(beat.get() + 1);
        narrow();
    }

    /// Changes when rows that did not change have to be drawn anew.
    public ObservableIntegerValue beatProperty() {
        return beat;
    }

    public ListSight sight() {
        return sight.get();
    }

    public int count(Chip counted) {
        return sifted.get().count(counted);
    }

    /// Every row, in the order of the source.
    public List<WorklistRow> items() {
        return items.get();
    }

    /// The same, each time they are read anew.
    public ReadOnlyObjectProperty<List<WorklistRow>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    public ObservableList<WorklistRow> shown() {
        return shown;
    }

    /// How many rows there are, and how many each chip would show.
    ReadOnlyObjectProperty<SiftedRows> siftedProperty() {
        return sifted.getReadOnlyProperty();
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Chip> chipProperty() {
        return chip;
    }

    /// How the rows are sorted; null for the order of the source.
    ObjectProperty<@Nullable Function<ListSight, Comparator<WorklistRow>>> orderProperty() {
        return order;
    }

    public ObjectProperty<@Nullable WorklistRow> selectedProperty() {
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

    /// True while the rows are exchanged: what a table then says of its selection is not the person's choice.
    boolean isReplacing() {
        return isReplacing;
    }

    /// Does `action` once what was typed has been looked for; at once when nothing is under way, and not at all when
    /// that fails.
    public void whenSettled(Runnable action) {
        if (sifting == null) {
            action.run();
        } else {
            afterwards = action;
        }
    }

    private void narrow() {
        narrow(null);
    }

    /// The person wants other rows.
    private void choose(@Nullable SiftedRows counts) {
        succession.wanted();
        narrow(counts);
    }

    private void narrow(@Nullable SiftedRows counts) {
        if (sifting != null) {
            sifting.cancel();
        }
        SiftedRows.Question question = new SiftedRows.Question(
                items.get(), filter.get(), chip.get(), row -> true, order.get(), selected.get(), counts);
        ListSight now = sight.get();
        sifting = runner.start(
                Lane.CPU,
                Priority.ON_SCREEN,
                () -> SiftedRows.of(question, now),
                found -> show(found, question),
                fault -> {
                    sifting = null;
                    afterwards = null;
                    failed.accept(fault);
                });
    }

    @SuppressWarnings("ReferenceEquality") // rows are themselves
    private void show(SiftedRows found, SiftedRows.Question question) {
        sifting = null;
        WorklistRow now = selected.get();
        int kept = now == question.selected() ? found.selected() : SiftedRows.place(found.shown(), now);
        isReplacing = true;
        shown.setAll(found.shown());
        isReplacing = false;
        sifted.set(found);
        counted = question.rows() == items.get() ? found : null;
        loaded.set(wasRead);
        selected.set(succession.next(found.shown(), kept, now));
        Runnable waiting = afterwards;
        afterwards = null;
        if (waiting != null) {
            waiting.run();
        }
    }

    private void loadSeries(@Nullable WorklistRow before, @Nullable WorklistRow row) {
        if (before != null && row != null && before.isSameCase(row) && Objects.equals(before.item(), row.item())) {
            return;
        }
        series.set(List.of());
        if (row == null || row.item() == null) {
            return;
        }
        StudyUid study = row.item().study().uid();
        runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> source.series(study),
                found -> {
                    WorklistRow now = selected.get();
                    if (now != null && now.uid().filter(study::equals).isPresent()) {
                        series.set(found);
                    }
                },
                failed);
    }
}
