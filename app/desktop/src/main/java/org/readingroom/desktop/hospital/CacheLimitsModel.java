package org.readingroom.desktop.hospital;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The limits of the local cache while somebody changes them.
///
/// **Thread:** FX.
// [impl->req~hospital.cache-limits~1]
public final class CacheLimitsModel {
    /// What is typed.
    public enum Field {
        /// Gibibytes that fetched images may take.
        QUOTA,
        /// Days after which what nobody opened leaves.
        DAYS,
        /// Gibibytes that stay free.
        FREE
    }

    /// What was done last, or why it was not: a line of the message bundles.
    public record Told(String key, List<Object> arguments, boolean isBad) {
        public Told {
            arguments = List.copyOf(arguments);
        }
    }

    private final CacheDesk desk;
    private final TaskRunner runner;
    private final Map<Field, StringProperty> values = new EnumMap<>(Field.class);
    private final ObservableMap<Field, String> faults = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper mayChange = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Told> told = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CacheFigures> figures = new ReadOnlyObjectWrapper<>();
    private boolean isFilling;
    private boolean isBusy;

    public CacheLimitsModel(CacheDesk desk, TaskRunner runner) {
        this.desk = desk;
        this.runner = runner;
        for (Field field : Field.values()) {
            StringProperty value = new SimpleStringProperty("");
            value.subscribe((before, now) -> typed(field));
            values.put(field, value);
        }
        work(desk::now, this::fill);
    }

    StringProperty value(Field field) {
        StringProperty value = values.get(field);
        if (value == null) {
            throw new IllegalArgumentException(field.name());
        }
        return value;
    }

    /// Why the text of a field is none: the end of a key `desktop.cache.wrong.`.
    public ObservableMap<Field, String> faults() {
        return faults;
    }

    public ReadOnlyBooleanProperty mayChangeProperty() {
        return mayChange.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// How the cache is used under the limits that hold.
    public ReadOnlyObjectProperty<@Nullable CacheFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    private void fill(CacheDesk.Now now) {
        CacheLimits limits = now.figures().limits();
        isFilling = true;
        value(Field.QUOTA).set(String.valueOf(limits.quotaBytes() / CacheLimits.GIB));
        value(Field.DAYS).set(String.valueOf(limits.unused().toDays()));
        value(Field.FREE).set(String.valueOf(limits.freeBytes() / CacheLimits.GIB));
        isFilling = false;
        faults.clear();
        figures.set(now.figures());
        mayChange.set(now.mayChange());
    }

    private void typed(Field field) {
        if (isFilling) {
            return;
        }
        faults.remove(field);
        fault.set(null);
        CacheFigures now = figures.get();
        long quota = number(Field.QUOTA, CacheLimits.MOST_GIB);
        boolean isTooSmall = now != null && quota > 0 && quota * CacheLimits.GIB < now.keptBytes();
        told.set(
                isTooSmall
                        ? new Told("desktop.cache.below-kept", List.of(ByteWords.of(now.keptBytes())), true)
                        : new Told("desktop.cache.not-kept", List.of(), true));
    }

    /// Keeps what is typed, which holds at once; what is no number of the kind is said at its field, and keeps nothing.
    public void keep() {
        if (isBusy || !mayChange.get()) {
            return;
        }
        faults.clear();
        long quota = read(Field.QUOTA, CacheLimits.MOST_GIB);
        long days = read(Field.DAYS, CacheLimits.MOST_DAYS);
        long free = read(Field.FREE, CacheLimits.MOST_GIB);
        if (!faults.isEmpty()) {
            told.set(new Told("desktop.cache.wrong", List.of(), true));
            return;
        }
        CacheLimits limits = CacheLimits.of(quota, (int) days, free);
        work(() -> new Kept(desk.keep(limits), desk.now()), this::kept);
    }

    private record Kept(int gone, CacheDesk.Now now) {}

    private void kept(Kept kept) {
        boolean isTypedOn = !isTyped(kept.now().figures().limits());
        if (isTypedOn) {
            // somebody went on typing
            figures.set(kept.now().figures());
            return;
        }
        fill(kept.now());
        CacheFigures now = kept.now().figures();
        told.set(
                now.isFullOfKept()
                        ? new Told("desktop.cache.kept-full", List.of(ByteWords.of(now.keptBytes())), true)
                        : new Told("desktop.cache.kept", List.of(kept.gone()), false));
    }

    private boolean isTyped(CacheLimits limits) {
        return number(Field.QUOTA, CacheLimits.MOST_GIB) * CacheLimits.GIB == limits.quotaBytes()
                && number(Field.DAYS, CacheLimits.MOST_DAYS) == limits.unused().toDays()
                && number(Field.FREE, CacheLimits.MOST_GIB) * CacheLimits.GIB == limits.freeBytes();
    }

    private long read(Field field, long most) {
        long number = number(field, most);
        if (number < 0) {
            faults.put(field, field == Field.DAYS ? "days" : "gib");
        }
        return number;
    }

    /// -1 for what is no whole number from 1 to `most`.
    private long number(Field field, long most) {
        try {
            long number = Long.parseLong(value(field).get().strip());
            return number < 1 || number > most ? -1 : number;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private <T> void work(Callable<T> work, Consumer<T> done) {
        isBusy = true;
        fault.set(null);
        told.set(null);
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                work,
                result -> {
                    isBusy = false;
                    done.accept(result);
                },
                e -> {
                    isBusy = false;
                    fault.set(e);
                });
    }
}
