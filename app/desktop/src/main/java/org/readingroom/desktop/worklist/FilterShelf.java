package org.readingroom.desktop.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.readingroom.services.reading.SavedFilter;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The views on the list that a person keeps: taken up by one click, kept and forgotten by name.
///
/// **Thread:** FX.
// [impl->req~worklist.saved-filters~1]
public final class FilterShelf {
    /// Where they lie; blocks.
    public interface Store {
        List<SavedFilter> all() throws WorkstationException;

        void keep(List<SavedFilter> filters) throws WorkstationException;
    }

    /// chosen: what fits above the list.
    private static final int MOST = 12;

    private final Store store;
    private final WorklistViewModel list;
    private final TaskRunner runner;
    private final Consumer<Exception> failed;
    private final ObservableList<SavedFilter> filters = FXCollections.observableArrayList();

    /// `runner` is the one that counts what is still being kept.
    public FilterShelf(Store store, WorklistViewModel list, TaskRunner runner, Consumer<Exception> failed) {
        this.store = store;
        this.list = list;
        this.runner = runner;
        this.failed = failed;
        runner.start(Lane.IO, Priority.NEIGHBOUR, store::all, filters::setAll, failed);
    }

    public ObservableList<SavedFilter> filters() {
        return filters;
    }

    /// Whether the list shows what `filter` asks for.
    public boolean isOn(SavedFilter filter) {
        return filter.text().equals(list.filterProperty().get())
                && chip(filter) == list.chipProperty().get();
    }

    /// The one the list shows; nothing when it shows something else.
    public Optional<SavedFilter> on() {
        return filters.stream().filter(this::isOn).findFirst();
    }

    /// Shows what `filter` asks for; everything when it is shown already.
    public void take(SavedFilter filter) {
        boolean wasOn = isOn(filter);
        list.filterProperty().set(wasOn ? "" : filter.text());
        list.chipProperty().set(wasOn ? Chip.ALL : chip(filter));
    }

    /// Keeps what the list shows under `name`; the same name again is another view from now on. False when there is
    /// no room or no name.
    public boolean keep(String name) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > SavedFilter.LONGEST_NAME) {
            return false;
        }
        SavedFilter filter = new SavedFilter(
                kept,
                list.filterProperty().get(),
                list.chipProperty().get().name().toLowerCase(Locale.ROOT));
        List<SavedFilter> all = new ArrayList<>(filters);
        int same = names(all).indexOf(kept);
        if (same >= 0) {
            all.set(same, filter);
        } else if (all.size() < MOST) {
            all.add(filter);
        } else {
            return false;
        }
        write(all);
        return true;
    }

    public void forget(SavedFilter filter) {
        List<SavedFilter> all = new ArrayList<>(filters);
        all.remove(filter);
        write(all);
    }

    private void write(List<SavedFilter> all) {
        List<SavedFilter> kept = List.copyOf(all);
        filters.setAll(kept);
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    store.keep(kept);
                    return true;
                },
                done -> {},
                failed);
    }

    private static List<String> names(List<SavedFilter> all) {
        return all.stream().map(SavedFilter::name).toList();
    }

    /// A chip of another version of the program shows everything.
    private static Chip chip(SavedFilter filter) {
        for (Chip chip : Chip.values()) {
            if (chip.name().toLowerCase(Locale.ROOT).equals(filter.chip())) {
                return chip;
            }
        }
        return Chip.ALL;
    }
}
