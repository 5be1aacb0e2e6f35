package org.readingroom.desktop.reading;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Reads the headers of a study's files and splits them into display sets, series by series. Pixels stay on the disk.
///
/// A file that cannot be read is left out, counted, and said.
///
/// **Thread:** any but `fx`, `gl` and `cpu`; blocks; an interrupt stops it between files.
public final class StudyLoader {
    private final StudyStore store;
    private final SeriesReader reader;

    public StudyLoader(StudyStore store, TaskRunner runner) {
        this.store = store;
        this.reader = new SeriesReader(store, runner);
    }

    /// Hands the display sets of each series to `ready` as they are known; returns how many files were left out.
    public int load(StudyUid study, Consumer<List<DisplaySet>> ready) throws WorkstationException {
        return load(study, Priority.ON_SCREEN, ready);
    }

    /// The same with the haste that the study deserves: a prior waits for the study that is read.
    public int load(StudyUid study, Priority haste, Consumer<List<DisplaySet>> ready) throws WorkstationException {
        int unread = 0;
        for (Series series : store.series(study)) {
            try {
                SeriesReader.Found found = reader.read(store.instances(series.uid()), haste, new ConcurrentHashMap<>());
                unread += found.unread();
                if (!found.sets().isEmpty()) {
                    ready.accept(found.sets());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return unread;
            }
        }
        return unread;
    }
}
