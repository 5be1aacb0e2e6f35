package org.readingroom.desktop.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.readingroom.services.reading.SurvivingPatients;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Where the studies that may be put beside another one come from.
///
/// **Thread:** any but `fx`, `gl` and `cpu`; blocks.
public interface StudyLibrary {
    List<Study> studies() throws WorkstationException;

    /// The study as it is now; nothing when it is gone.
    Optional<Study> study(StudyUid uid) throws WorkstationException;

    /// Hands the display sets to `ready` as they are known; returns how many files were left out.
    int load(StudyUid study, Consumer<List<DisplaySet>> ready) throws WorkstationException;

    /// The studies of this home, read with less haste than the one on the desk.
    static StudyLibrary of(StudyStore store, SurvivingPatients patients, TaskRunner runner, StudyGrowth growth) {
        StudyLoader loader = new StudyLoader(store, runner);
        return new StudyLibrary() {
            @Override
            public List<Study> studies() {
                return store.studies().stream().map(patients::of).toList();
            }

            @Override
            public Optional<Study> study(StudyUid uid) {
                return store.study(uid).map(patients::of);
            }

            @Override
            public int load(StudyUid study, Consumer<List<DisplaySet>> ready) throws WorkstationException {
                growth.look(study);
                return loader.load(study, Priority.NEIGHBOUR, ready);
            }
        };
    }
}
