package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.fetch.ArchiveFetcher;
import org.readingroom.services.fetch.CacheKeeper;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.FetchOptions;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// The list of a real session while its fetcher brings a study that no row was of.
// [utest->req~worklist.arrived~1]
class FetchedRowsTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");

    @TempDir
    Path folder;

    private final TestArchive archive = new TestArchive();
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final LaneRunner lanes = new LaneRunner(fx::add);
    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;
    private Session session;
    private ArchiveFetcher fetcher;
    private KnownReadiness readiness;
    private WorklistViewModel model;
    private ArrivedRows arrived;
    private RowMarks marks;

    @BeforeEach
    void open() throws WorkstationException {
        home = QuickHome.demo(folder.resolve("home"), clock);
        session = QuickHome.signIn(home, "radiologist");
        CacheKeeper keeper = new CacheKeeper(
                session.fetchStore().cached(),
                session.audit(),
                studies -> studies,
                CacheLimits.DEFAULT,
                clock,
                () -> Long.MAX_VALUE);
        fetcher = new ArchiveFetcher(
                archive,
                session.fetchStore(),
                keeper,
                lanes,
                new FetchOptions(4, Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofHours(1), new Random(7)));
        readiness = new KnownReadiness(fetcher, lanes, () -> {});
        model = new WorklistViewModel(
                new WorklistSource() {
                    @Override
                    public List<WorklistRow> rows() throws WorkstationException {
                        return session.worklist().rows();
                    }

                    @Override
                    public List<Series> series(StudyUid study) throws WorkstationException {
                        return session.studies().series(study);
                    }
                },
                this::sight,
                lanes,
                fault -> {
                    throw new AssertionError(fault);
                });
        arrived = new ArrivedRows(fetcher, session.studies()::study, model, lanes);
        marks = new RowMarks(new Words(Locale.ENGLISH), this::sight);
        model.refresh();
    }

    @AfterEach
    void close() {
        arrived.close();
        readiness.close();
        fetcher.close();
        lanes.close();
        session.close();
        home.close();
    }

    @Test
    void aStudyIsListedWithItsDateAndAllItsImagesAndNotCalledReadyTooSoon() throws Exception {
        until(() -> model.loadedProperty().get());
        fill(1, 12);
        until(() -> isFetchedAndListed(12, "12/?"));
        Study listed = model.shown().getFirst().study().orElseThrow();
        assertEquals(LocalDateTime.of(2026, 3, 1, 8, 15), listed.dateTime());

        fill(13, 30);
        until(() -> isFetchedAndListed(30, "30/?"));

        clock.advance(Duration.ofMinutes(6));
        until(() -> isFetchedAndListed(30, "30")
                && marks.ready(model.shown().getFirst()).tone().equals("done"));
    }

    /// Asked for again and again: a fetch that is just ending would not see what the archive got since.
    private boolean isFetchedAndListed(int images, String ready) {
        fetcher.want(STUDY, Priority.PREFETCH);
        return model.shown().size() == 1
                && model.shown().getFirst().study().orElseThrow().instanceCount() == images
                && marks.ready(model.shown().getFirst()).text().equals(ready);
    }

    private ListSight sight() {
        return new ListSight(Rows.READER, clock.instant(), readiness::of, order -> false);
    }

    private void fill(int from, int to) {
        for (int number = from; number <= to; number++) {
            archive.put(SmallDicom.of(1, number).bytes());
        }
    }

    /// As the window does, only without its seconds.
    private void until(BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "never seen; listed: " + model.shown());
            Runnable next = fx.poll(5, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
            arrived.look();
        }
    }
}
