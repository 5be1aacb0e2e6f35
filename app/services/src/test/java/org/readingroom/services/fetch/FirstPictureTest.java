package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// The first picture of a study on screen does not wait for a long list.
// [utest->req~fetch.first-picture~1]
class FirstPictureTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");

    @TempDir
    Path folder;

    private final TestArchive archive = new TestArchive().findingFirst();
    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private Home home;
    private Session session;
    private ArchiveFetcher fetcher;

    @BeforeEach
    void open() throws WorkstationException {
        home = QuickHome.demo(folder.resolve("home"));
        session = QuickHome.signIn(home, "radiologist");
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
                lanes,
                new FetchOptions(4, Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMinutes(5), new Random(7)));
    }

    @AfterEach
    void close() {
        fetcher.close();
        home.close();
        lanes.close();
    }

    private void fill(int instances) {
        for (int number = 1; number <= instances; number++) {
            archive.put(SmallDicom.of(1, number).bytes());
        }
    }

    private static void await(String what, BooleanSupplier reached) throws InterruptedException {
        long until = System.nanoTime() + 30_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, what);
            Thread.sleep(2);
        }
    }

    private void whole(int instances) throws Exception {
        await("whole", () -> fetcher.readiness(STUDY).isAllHere());
        assertEquals(instances, fetcher.readiness(STUDY).here());
        for (int number = 1; number <= instances; number++) {
            assertArrayEquals(
                    SmallDicom.of(1, number).bytes(),
                    session.studies().bytes(new SopInstanceUid("2.25.1001.1." + number)),
                    "instance " + number);
        }
    }

    private List<String> fetches() {
        return archive.asked().stream()
                .filter(one -> one.startsWith("fetch "))
                .map(one -> one.substring("fetch 2.25.1001.1.".length()))
                .toList();
    }

    private static void pass(CountDownLatch door) {
        try {
            assertTrue(door.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The list is held back until `isIn` counts down.
    private CountDownLatch holdList() {
        CountDownLatch isIn = new CountDownLatch(1);
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) {
                if (request.equals("instances")) {
                    pass(isIn);
                }
            }
        });
        return isIn;
    }

    @Test
    void theFirstPictureIsHereBeforeTheListHasCome() throws Exception {
        fill(40);
        CountDownLatch list = holdList();

        fetcher.want(STUDY, Priority.ON_SCREEN);
        await("the first picture", () -> fetcher.readiness(STUDY).here() == 1);

        assertEquals(List.of("1"), fetches());
        assertFalse(fetcher.readiness(STUDY).isAllHere());
        list.countDown();
        whole(40);
        assertEquals("1", fetches().getFirst());
        assertEquals(1, fetches().stream().filter("1"::equals).count(), "and the first once");
    }

    @Test
    void oneOfNoneListedIsNotAllOfAStudy() throws Exception {
        fill(1);
        CountDownLatch list = holdList();

        fetcher.want(STUDY, Priority.ON_SCREEN);
        await("the only picture", () -> fetcher.readiness(STUDY).here() == 1);

        assertFalse(fetcher.readiness(STUDY).isAllHere(), "nobody knows yet whether it is the only one");
        list.countDown();
        whole(1);
        assertEquals(List.of("1"), fetches());
    }

    @Test
    void whatIsFetchedAheadOfTheReaderWaitsForItsList() throws Exception {
        fill(5);
        fetcher.want(STUDY, Priority.PREFETCH);
        whole(5);
        assertEquals(0, archive.asked("first"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSING", "GARBLED", "BUSY", "REFUSED"})
    void aFirstPictureThatCannotBeHadComesByTheList(ServerFault fault) throws Exception {
        CountDownLatch list = new CountDownLatch(1);
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws WorkstationException {
                if (request.equals("instances")) {
                    pass(list);
                } else if (request.equals("first")) {
                    list.countDown();
                    throw new ArchiveException(fault, "not so", null);
                }
            }
        });
        fill(20);
        fetcher.want(STUDY, Priority.ON_SCREEN);
        whole(20);
        assertEquals(1, archive.asked("first"));
    }

    @Test
    void aFirstPictureThatCameWrongComesAgainByTheList() throws Exception {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch list = new CountDownLatch(1);
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) {
                if (request.equals("instances")) {
                    pass(list);
                }
            }

            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) {
                boolean isFirst = instance.value().equals("2.25.1001.1.1") && times.getAndIncrement() == 0;
                if (isFirst) {
                    list.countDown();
                }
                return List.of(isFirst ? TestArchive.cut(file, 10) : file);
            }
        });
        fill(20);
        fetcher.want(STUDY, Priority.ON_SCREEN);
        whole(20);
    }
}
