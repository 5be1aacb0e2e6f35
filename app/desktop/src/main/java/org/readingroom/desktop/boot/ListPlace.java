package org.readingroom.desktop.boot;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.readingroom.desktop.reading.FirstPictures;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.desktop.worklist.ListSight;
import org.readingroom.desktop.worklist.WorklistSource;
import org.readingroom.desktop.worklist.WorklistView;
import org.readingroom.desktop.worklist.WorklistViewModel;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The List place: the worklist over the session's studies.
///
/// **Thread:** FX.
final class ListPlace {
    private static final String SPLIT = "worklist.split";

    private final WorklistViewModel model;
    private final WorklistView view;

    ListPlace(Surroundings around, Consumer<WorklistRow> open, Runnable askImport) {
        Session session = around.session();
        model = new WorklistViewModel(source(session), () -> sight(session), around.lanes(), around::tell);
        view = new WorklistView(
                model,
                around.words(),
                new FirstPictures(session.studies(), session.frames(), around.lanes()),
                open,
                askImport);
    }

    WorklistViewModel model() {
        return model;
    }

    WorklistView view() {
        return view;
    }

    void refresh() {
        model.refresh();
    }

    void arrive() {
        model.refresh();
        view.begin();
    }

    void restore(WindowMemory memory) {
        view.split().setDividerPositions(memory.number(SPLIT, 0.78));
    }

    void keep(WindowMemory memory) {
        memory.keep(SPLIT, view.split().getDividerPositions()[0]);
    }

    private static ListSight sight(Session session) {
        return new ListSight(
                new Order.Reader(session.user().loginName(), session.user().displayName()),
                Instant.now(),
                study -> Readiness.NOTHING);
    }

    private static WorklistSource source(Session session) {
        return new WorklistSource() {
            @Override
            public List<WorklistRow> rows() throws WorkstationException {
                return session.worklist().rows();
            }

            @Override
            public List<Series> series(StudyUid study) throws WorkstationException {
                return session.studies().series(study);
            }
        };
    }
}
