package org.readingroom.desktop.hospital;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The cases to be read and what of them is here, followed from [#begin] to [#close].
///
/// Studies that arrive are looked at one by one; the whole cache only when one has ended, and now and then.
///
/// **Thread:** FX; told from any.
// [impl->req~hospital.ready~1]
public final class ReadyModel implements AutoCloseable {
    /// chosen: what takes room is counted through, which a large cache takes its time for.
    private static final long NOW_AND_THEN_NANOS = 2_000_000_000L;

    private final ReadyDesk desk;
    private final TaskRunner runner;
    private final LongSupplier nanos;
    private final ObservableList<ReadyRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable CacheFigures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final Set<StudyUid> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean areListsChanged = new AtomicBoolean();
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private volatile long countedNanos;
    private @Nullable Listening following;

    public ReadyModel(ReadyDesk desk, TaskRunner runner, LongSupplier nanos) {
        this.desk = desk;
        this.runner = runner;
        this.nanos = nanos;
    }

    /// Looks, and follows what changes; again after [#close].
    public void begin() {
        if (following == null) {
            following = desk.follow(this::changed, this::listsChanged);
            listsChanged();
        }
    }

    /// This person's first.
    public ObservableList<ReadyRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<@Nullable CacheFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// Whether [#rows] are those of a look that ended.
    public ReadOnlyBooleanProperty lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /// Why a wish was not followed, as a line of the message bundles.
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    public boolean hasArchive() {
        return desk.hasArchive();
    }

    /// Brings a study here before those that are only fetched ahead.
    public void bring(ReadyRow row) {
        told.set("");
        if (!desk.hasArchive()) {
            told.set("desktop.ready.no-archive");
        } else if (row.row().uid().isEmpty()) {
            told.set("desktop.ready.no-study");
        } else if (row.stand().isReady()) {
            told.set("desktop.ready.all-here");
        } else {
            StudyUid study = row.row().uid().get();
            desk.bring(study);
            changed(study);
        }
    }

    private void changed(StudyUid study) {
        changed.add(study);
        ask();
    }

    private void listsChanged() {
        areListsChanged.set(true);
        ask();
    }

    private void ask() {
        if (isAsking.compareAndSet(false, true)) {
            runner.start(Lane.IO, Priority.THUMBNAIL, this::answer);
        }
    }

    /// What one asking found out; parts that were not asked for are missing.
    private record News(
            ReadyDesk.@Nullable Look look, Map<StudyUid, ReadyStand> stands, ReadyDesk.@Nullable Used used) {}

    /// **Thread:** io.
    private void answer() {
        News news = null;
        Exception failed = null;
        try {
            news = areListsChanged.getAndSet(false) ? whole() : some();
        } catch (WorkstationException | RuntimeException e) {
            failed = e;
        }
        News found = news;
        Exception why = failed;
        runner.start(Lane.FX, Priority.THUMBNAIL, () -> {
            if (following != null) {
                show(found, why);
            }
            isAsking.set(false);
            if (following != null && (!changed.isEmpty() || areListsChanged.get())) {
                ask();
            }
        });
    }

    private News whole() throws WorkstationException {
        changed.clear();
        ReadyDesk.Look look = desk.look();
        countedNanos = nanos.getAsLong();
        return new News(look, Map.of(), look.used());
    }

    private News some() throws WorkstationException {
        Map<StudyUid, ReadyStand> stands = new HashMap<>();
        boolean isDue = nanos.getAsLong() - countedNanos > NOW_AND_THEN_NANOS;
        for (StudyUid study : List.copyOf(changed)) {
            changed.remove(study);
            ReadyStand stand = desk.stand(study);
            stands.put(study, stand);
            isDue |= !stand.isComing();
        }
        ReadyDesk.Used used = null;
        if (isDue) {
            used = desk.used();
            countedNanos = nanos.getAsLong();
        }
        return new News(null, stands, used);
    }

    private void show(@Nullable News news, @Nullable Exception why) {
        fault.set(why);
        if (news == null) {
            return;
        }
        ReadyDesk.Look look = news.look();
        if (look != null) {
            put(look.rows());
            looked.set(true);
        }
        if (!news.stands().isEmpty()) {
            change(row -> row.row().uid().map(news.stands()::get).map(row::with).orElse(row));
        }
        ReadyDesk.Used used = news.used();
        if (used != null) {
            change(row -> row.with(row.row()
                    .uid()
                    .map(study -> used.bytes().getOrDefault(study, 0L))
                    .orElse(0L)));
            figures.set(used.figures());
        }
    }

    /// Rows that stay as they are are left alone, so that nobody's choice is lost.
    private void put(List<ReadyRow> now) {
        boolean isSameList = now.size() == rows.size();
        for (int i = 0; isSameList && i < now.size(); i++) {
            isSameList = now.get(i).row().isSameCase(rows.get(i).row());
        }
        if (isSameList) {
            List<ReadyRow> list = new ArrayList<>(now);
            for (int i = 0; i < list.size(); i++) {
                set(i, list.get(i));
            }
        } else {
            rows.setAll(now);
        }
    }

    private void change(UnaryOperator<ReadyRow> other) {
        for (int i = 0; i < rows.size(); i++) {
            set(i, other.apply(rows.get(i)));
        }
    }

    private void set(int at, ReadyRow row) {
        if (!row.equals(rows.get(at))) {
            rows.set(at, row);
        }
    }

    /// Follows no more; what comes goes on coming.
    @Override
    public void close() {
        if (following != null) {
            following.close();
            following = null;
        }
    }
}
