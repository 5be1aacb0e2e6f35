package org.readingroom.desktop.hospital;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// A search in the archive: page after page, and what is brought here of it.
///
/// **Thread:** FX; told from any.
// [impl->req~hospital.search~1]
public final class ArchiveSearchModel implements AutoCloseable {
    /// chosen: what fills a sheet; more come when asked for.
    static final int PAGE = 50;

    private final ArchiveDesk archive;
    private final TaskRunner runner;
    private Listening following;
    private final ObservableList<FoundStudy> rows = FXCollections.observableArrayList();
    private final Set<StudyUid> coming = new HashSet<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper searched = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> fault = new ReadOnlyObjectWrapper<>();
    private final AtomicInteger turn = new AtomicInteger();
    private @Nullable StudyQuery query;
    private @Nullable Handle running;
    private int next;
    private boolean isClosed;
    private boolean isCut;

    public ArchiveSearchModel(ArchiveDesk archive, TaskRunner runner) {
        this.archive = archive;
        this.runner = runner;
        this.following = archive.onChange(study -> changed(study));
    }

    public ObservableList<FoundStudy> rows() {
        return rows;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Whether an answer of the archive is shown, be it that it has nothing.
    public ReadOnlyBooleanProperty searchedProperty() {
        return searched.getReadOnlyProperty();
    }

    /// Whether the archive has more than is shown.
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// Looks for other studies; what was under way is given up.
    public void search(StudyQuery wanted) {
        query = wanted;
        rows.clear();
        next = 0;
        more.set(false);
        searched.set(false);
        page();
    }

    public void more() {
        if (more.get() && !busy.get()) {
            page();
        }
    }

    private void page() {
        StudyQuery wanted = query;
        if (wanted == null) {
            return;
        }
        giveUp();
        int mine = turn.incrementAndGet();
        int offset = next;
        fault.set(null);
        busy.set(true);
        running = runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> looked(archive.find(wanted, offset, PAGE, Progress.IGNORED)),
                page -> {
                    if (mine == turn.get()) {
                        show(page);
                    }
                },
                e -> {
                    if (mine == turn.get()) {
                        busy.set(false);
                        fault.set(e);
                    }
                });
    }

    private record Looked(List<FoundStudy> rows, int next) {}

    /// **Thread:** io.
    private Looked looked(StudyPage page) {
        List<FoundStudy> found = new ArrayList<>();
        page.studies().forEach(study -> found.add(new FoundStudy(study, archive.readiness(study.uid()), false)));
        return new Looked(found, page.next());
    }

    private void show(Looked page) {
        busy.set(false);
        searched.set(true);
        for (FoundStudy row : page.rows()) {
            // an archive that changes between two pages may tell of one twice
            if (rows.stream()
                    .noneMatch(each -> each.study().uid().equals(row.study().uid()))) {
                rows.add(with(row, row.readiness()));
            }
        }
        next = page.next();
        more.set(next >= 0);
    }

    private FoundStudy with(FoundStudy row, Readiness readiness) {
        return new FoundStudy(
                row.study(), readiness, coming.contains(row.study().uid()) && !readiness.isAllHere());
    }

    /// Brings a study here; asked for again, it is let go of while it is not whole.
    public void bring(FoundStudy row) {
        StudyUid study = row.study().uid();
        if (row.readiness().isAllHere()) {
            return;
        }
        if (coming.add(study)) {
            archive.bring(study);
        } else {
            coming.remove(study);
            archive.giveUp(study);
        }
        refresh(study, row.readiness());
    }

    private void changed(StudyUid study) {
        Readiness now = archive.readiness(study);
        runner.start(Lane.FX, Priority.ON_SCREEN, () -> refresh(study, now));
    }

    private void refresh(StudyUid study, Readiness readiness) {
        if (readiness.isAllHere()) {
            coming.remove(study);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).study().uid().equals(study)) {
                rows.set(i, with(rows.get(i), readiness));
            }
        }
    }

    private void giveUp() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        busy.set(false);
    }

    /// Goes on after [#close]: a search that it cut is asked again.
    public void resume() {
        if (!isClosed) {
            return;
        }
        isClosed = false;
        following = archive.onChange(study -> changed(study));
        List<StudyUid> shown = rows.stream().map(row -> row.study().uid()).toList();
        runner.start(Lane.IO, Priority.ON_SCREEN, () -> shown.forEach(this::changed));
        if (isCut) {
            page();
        }
    }

    /// Ends what is under way; what comes goes on coming.
    @Override
    public void close() {
        isClosed = true;
        isCut = busy.get();
        turn.incrementAndGet();
        giveUp();
        following.close();
    }
}
