package org.readingroom.desktop.boot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.readingroom.desktop.reading.FirstPictures;
import org.readingroom.desktop.request.RequestView;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.desktop.worklist.ArrivedRows;
import org.readingroom.desktop.worklist.CriticalSign;
import org.readingroom.desktop.worklist.FilterShelf;
import org.readingroom.desktop.worklist.ImageSign;
import org.readingroom.desktop.worklist.KnownReadiness;
import org.readingroom.desktop.worklist.ListParts;
import org.readingroom.desktop.worklist.ListSight;
import org.readingroom.desktop.worklist.SavedChips;
import org.readingroom.desktop.worklist.WorklistSource;
import org.readingroom.desktop.worklist.WorklistView;
import org.readingroom.desktop.worklist.WorklistViewModel;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.SavedFilter;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The List place: the worklist over the session's studies.
///
/// **Thread:** FX.
final class ListPlace {
    private static final String SPLIT = "worklist.split";

    /// chosen: what arrives is seen within a second, waiting times move within half a minute.
    private static final int BEATS = 30;

    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private final AtomicBoolean isBehind = new AtomicBoolean();
    private final KnownReadiness readiness;
    private final ArrivedRows arrived;
    private Map<StudyUid, CriticalSign> critical = Map.of();
    private Map<StudyUid, ImageSign> images = Map.of();
    private int ticks;
    private final WorklistViewModel model;
    private final WorklistView view;
    private final FilterShelf shelf;
    private final RequestView request;

    ListPlace(Surroundings around, CaseParts cases, Consumer<WorklistRow> open, Runnable askImport) {
        Session session = around.session();
        StudyFetcher fetcher = session.hospital().fetcher().orElse(NothingFetched.INSTANCE);
        readiness = new KnownReadiness(fetcher, around.lanes(), () -> isBehind.set(true));
        model = new WorklistViewModel(
                source(session),
                () -> new ListSight(
                        cases.me(),
                        session.course().now(),
                        readiness::of,
                        cases.model()::isUnconfirmed,
                        critical,
                        images),
                around.lanes(),
                around::tell);
        arrived = new ArrivedRows(fetcher, session.studies()::study, model, around.lanes());
        shelf = new FilterShelf(store(session), model, around.lanes(), around::tell);
        request = new RequestView(cases.listed(), around.words());
        view = new WorklistView(
                model,
                around.words(),
                new ListParts(
                        new FirstPictures(session.studies(), session.frames(), around.lanes()),
                        request,
                        new SavedChips(shelf, model, around.words()),
                        open,
                        cases.opening()::cancel,
                        askImport));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    /// Time goes on for who waits; what arrived meanwhile shows sooner.
    private void tick() {
        ticks++;
        if (ticks % BEATS == 0 || isBehind.compareAndSet(true, false)) {
            model.beat();
        }
        arrived.look();
    }

    /// The studies with an open critical value; the rows are drawn anew when they, or their clocks, changed.
    void showCritical(Map<StudyUid, CriticalSign> signs) {
        if (!signs.equals(critical)) {
            critical = Map.copyOf(signs);
            model.beat();
        }
    }

    /// The studies whose images stop their report.
    void showImages(Map<StudyUid, ImageSign> signs) {
        if (!signs.equals(images)) {
            images = Map.copyOf(signs);
            model.beat();
        }
    }

    WorklistViewModel model() {
        return model;
    }

    /// The request of the chosen case.
    RequestView request() {
        return request;
    }

    FilterShelf shelf() {
        return shelf;
    }

    WorklistView view() {
        return view;
    }

    void refresh() {
        model.refresh();
    }

    /// The same when studies may have come or gone by hand.
    void reread() {
        readiness.again();
        model.refresh();
    }

    void arrive() {
        refresh();
        view.begin();
    }

    void restore(WindowMemory memory) {
        view.split().setDividerPositions(memory.number(SPLIT, 0.78));
    }

    /// Remembers how it stood, and ends.
    void leave(WindowMemory memory) {
        memory.keep(SPLIT, view.split().getDividerPositions()[0]);
        clock.stop();
        readiness.close();
        arrived.close();
    }

    private static FilterShelf.Store store(Session session) {
        return new FilterShelf.Store() {
            @Override
            public List<SavedFilter> all() throws WorkstationException {
                return session.filters().all();
            }

            @Override
            public void keep(List<SavedFilter> filters) throws WorkstationException {
                session.filters().keep(filters);
            }
        };
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
