package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Studies that are wanted again, given up, or in somebody's way.
// [utest->req~fetch.expected~1]
// [utest->req~fetch.resumed~1]
// [utest->req~fetch.priorities~1]
class FetchAgainTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");
    private static final StudyUid OTHER = new StudyUid("2.25.1002");

    @TempDir
    Path folder;

    private final TestArchive archive = new TestArchive();
    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private Home home;
    private Session session;
    private ArchiveFetcher fetcher;

    @BeforeEach
    void open() throws WorkstationException {
        home = QuickHome.demo(folder.resolve("home"));
        session = QuickHome.signIn(home, "radiologist");
        begin(4);
    }

    private void begin(int requests) {
        begin(requests, lanes);
    }

    private void begin(int requests, TaskRunner runner) {
        if (fetcher != null) {
            fetcher.close();
        }
        CacheKeeper keeper = new CacheKeeper(
                session.fetchStore().cached(),
                session.audit(),
                studies -> studies,
                CacheLimits.DEFAULT,
                new QuickHome.Clock(),
                () -> Long.MAX_VALUE);
        fetcher = new ArchiveFetcher(
                archive,
                session.fetchStore(),
                keeper,
                runner,
                new FetchOptions(
                        requests, Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(20), new Random(7)));
    }

    @AfterEach
    void close() {
        fetcher.close();
        home.close();
        lanes.close();
    }

    private static void await(String what, BooleanSupplier reached) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, what);
            Thread.sleep(2);
        }
    }

    /// Twenty images in each of two series.
    private void bringTwoSeries() throws Exception {
        for (int number = 1; number <= 20; number++) {
            archive.put(SmallDicom.of(1, number).bytes());
            archive.put(ofSecondSeries(number).bytes());
        }
        fetcher.want(STUDY, Priority.PREFETCH);
        await("whole", () -> fetcher.readiness(STUDY).equals(new Readiness(40, 40, false, true)));
        begin(4);
    }

    private static SmallDicom ofSecondSeries(int number) {
        SmallDicom first = SmallDicom.of(1, number);
        return new SmallDicom(
                first.patientName(),
                first.patientId(),
                first.study(),
                "2.25.1001.2",
                "2.25.1001.2." + number,
                number,
                0);
    }

    private void loseTheLinkAt(String what) {
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws WorkstationException {
                if (request.equals(what)) {
                    throw new ArchiveException(ServerFault.UNREACHABLE, "gone", null);
                }
            }
        });
    }

    @Test
    void aWholeStudyStaysWholeWhenTheLinkDiesBeforeItsLists() throws Exception {
        bringTwoSeries();
        loseTheLinkAt("instances");

        fetcher.want(STUDY, Priority.ON_SCREEN);
        await("told", () -> fetcher.trouble(STUDY).isPresent());

        assertEquals(new Readiness(40, 40, false, true), fetcher.readiness(STUDY));
        begin(4);
        assertEquals(new Readiness(40, 40, false, true), fetcher.readiness(STUDY));
    }

    @Test
    void aWholeStudyStaysWholeWhenItIsClosedAtOnce() throws Exception {
        bringTwoSeries();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws WorkstationException {
                if (request.equals("instances")) {
                    asked.countDown();
                    awaited(closed);
                    throw new ArchiveException(ServerFault.CUT, "given up", null);
                }
            }
        });

        fetcher.want(STUDY, Priority.ON_SCREEN);
        assertTrue(asked.await(60, TimeUnit.SECONDS));
        fetcher.letGo(STUDY);
        closed.countDown();
        begin(4);

        assertEquals(new Readiness(40, 40, false, true), fetcher.readiness(STUDY));
    }

    @Test
    void whatTheArchiveHasMoreOfIsKnownToBeMissingBeforeItsListCame() throws Exception {
        bringTwoSeries();
        archive.put(ofSecondSeries(21).bytes());
        loseTheLinkAt("instances");

        fetcher.want(STUDY, Priority.ON_SCREEN);
        await("told", () -> fetcher.trouble(STUDY).isPresent());

        assertEquals(new Readiness(40, 41, false), fetcher.readiness(STUDY));
        archive.meddle(new TestArchive.Meddler() {});
        await("all", () -> fetcher.readiness(STUDY).equals(new Readiness(41, 41, false, true)));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPrefetchThatGivesWayToAClickGoesOnAfterIt(boolean isDimse) throws Exception {
        if (isDimse) {
            archive.overDimse();
        }
        begin(1);
        for (int number = 1; number <= 100; number++) {
            archive.put(SmallDicom.of(2, number).bytes());
        }
        for (int number = 1; number <= 3; number++) {
            archive.put(SmallDicom.of(1, number).bytes());
        }
        HeldPrefetch held = new HeldPrefetch(OTHER);
        archive.meddle(held);
        fetcher.want(OTHER, Priority.PREFETCH);
        held.awaitBegun();

        fetcher.want(STUDY, Priority.ON_SCREEN);
        held.clicked();
        await("the click", () -> fetcher.readiness(STUDY).isAllHere());

        assertFalse(fetcher.readiness(OTHER).isAllHere(), "the click did not wait for the prefetch");
        held.seen();
        await("the prefetch", () -> fetcher.readiness(OTHER).isAllHere());
        assertTrue(archive.asked("fetch") > 50, "it gave way, and the rest came one by one: " + archive.asked("fetch"));
        assertTrue(fetcher.trouble(OTHER).isEmpty(), "and nothing of it is a fault");
    }

    @Test
    void aFileThatVanishesWhileTheStudyIsOnScreenComesBackOnce() throws Exception {
        for (int number = 1; number <= 5; number++) {
            archive.put(SmallDicom.of(1, number).bytes());
        }
        fetcher.want(STUDY, Priority.ON_SCREEN);
        await("whole", () -> fetcher.readiness(STUDY).isAllHere());
        Path file;
        try (Stream<Path> all = Files.walk(folder.resolve("home/instances"))) {
            file = all.filter(path -> path.toString().endsWith(".rr"))
                    .findFirst()
                    .orElseThrow();
        }

        Files.delete(file);

        await("it is here again", () -> Files.exists(file));
        await("whole again", () -> fetcher.readiness(STUDY).isAllHere());
        long asked = archive.asked("fetch");
        long rounds = archive.asked("series");
        await("three more rounds", () -> archive.asked("series") >= rounds + 3);
        assertEquals(asked, archive.asked("fetch"));
    }

    /// An archive whose request is interrupted, as when the session ends: no failure of anything, and fetched again.
    @Test
    void anInterruptedRequestIsNoFailure() throws Exception {
        archive.put(SmallDicom.of(1, 1).bytes());
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) {
                throw new CancellationException("request given up");
            }
        });
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        begin(4, (TaskRunner) Proxy.newProxyInstance(
                TaskRunner.class.getClassLoader(), new Class<?>[] {TaskRunner.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length == 3 && arguments[2] instanceof Runnable work) {
                        arguments[2] = (Runnable) () -> {
                            try {
                                work.run();
                            } catch (RuntimeException e) {
                                failures.add(e);
                            } finally {
                                ended.countDown();
                            }
                        };
                    }
                    return method.invoke(lanes, arguments);
                }));
        fetcher.want(STUDY, Priority.PREFETCH);
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(), failures);
        assertTrue(fetcher.trouble(STUDY).isEmpty());
        archive.meddle(new TestArchive.Meddler() {});
        fetcher.want(STUDY, Priority.PREFETCH);
        await("all is here", () -> fetcher.readiness(STUDY).isAllHere());
    }
}
