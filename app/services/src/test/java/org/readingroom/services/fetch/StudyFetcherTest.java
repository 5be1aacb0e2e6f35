package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

// [utest->req~fetch.order~1]
// [utest->req~fetch.verified~1]
// [utest->req~fetch.expected~1]
// [utest->req~fetch.resumed~1]
// [utest->req~fetch.priorities~1]
class StudyFetcherTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");
    private static final SeriesUid SERIES = new SeriesUid("2.25.1001.1");

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
        begin();
    }

    private void begin() throws WorkstationException {
        session = QuickHome.signIn(home, "radiologist");
        CacheKeeper keeper = new CacheKeeper(
                session.fetchStore().cached(),
                session.audit(),
                studies -> studies,
                CacheLimits.DEFAULT,
                new QuickHome.Clock(),
                () -> Long.MAX_VALUE);
        fetcher = new ArchiveFetcher(archive, session.fetchStore(), keeper, lanes, options());
    }

    private static FetchOptions options() {
        return new FetchOptions(4, Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(20), new Random(7));
    }

    @AfterEach
    void close() {
        fetcher.close();
        home.close();
        lanes.close();
    }

    private void fill(int study, int instances) {
        for (int number = 1; number <= instances; number++) {
            archive.put(SmallDicom.of(study, number).bytes());
        }
    }

    private static SopInstanceUid instance(int number) {
        return new SopInstanceUid("2.25.1001.1." + number);
    }

    private static void await(String what, BooleanSupplier reached) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, what);
            Thread.sleep(2);
        }
    }

    private void fetched() throws Exception {
        await("whole", () -> fetcher.readiness(STUDY).isAllHere());
    }

    /// Until nothing of the study is under way and nothing is tried again.
    private void settled() throws Exception {
        await(
                "settled",
                () -> fetcher.trouble(STUDY)
                        .filter(trouble -> !trouble.isRetried())
                        .isPresent());
    }

    private void refused(int count) throws Exception {
        await(
                "refused",
                () -> fetcher.trouble(STUDY)
                        .filter(trouble -> trouble.refused() == count && !trouble.isRetried())
                        .isPresent());
    }

    private List<Integer> here() throws WorkstationException {
        return session.studies().instances(SERIES).stream()
                .map(StoredInstance::number)
                .toList();
    }

    @Test
    void everyInstanceComesAsItLiesInTheArchive() throws Exception {
        fill(1, 40);

        fetcher.want(STUDY, Priority.PREFETCH);
        fetched();

        assertEquals(new Readiness(40, 40, false, true), fetcher.readiness(STUDY));
        for (int number = 1; number <= 40; number++) {
            assertArrayEquals(
                    SmallDicom.of(1, number).bytes(), session.studies().bytes(instance(number)), "instance " + number);
        }
        assertEquals(40, session.studies().study(STUDY).orElseThrow().instanceCount());
        long brought = session.audit().latest(1000).stream()
                .filter(event -> event.type().equals("study.fetch"))
                .count();
        assertEquals(1, brought, "the trail says once that the study was brought in");
    }

    @Test
    void theFirstMiddleAndLastComeBeforeTheSeriesIsAskedForAsAWhole() throws Exception {
        fill(1, 40);

        fetcher.want(STUDY, Priority.ON_SCREEN);
        fetched();

        List<String> asked = archive.asked().stream()
                .filter(one -> one.startsWith("fetch"))
                .limit(4)
                .toList();
        assertEquals(
                List.of("fetch 2.25.1001.1.1", "fetch 2.25.1001.1.21", "fetch 2.25.1001.1.40"),
                asked.subList(0, 3).stream()
                        .sorted(java.util.Comparator.comparingInt(
                                one -> Integer.parseInt(one.substring(one.lastIndexOf('.') + 1))))
                        .toList());
        assertEquals(1, archive.asked("fetchSeries"));
        assertEquals("fetchSeries 2.25.1001.1", asked.get(3));
    }

    @Test
    void aStreamThatIsCutIsGoneOnWithWhereItStopped() throws Exception {
        fill(1, 40);
        AtomicInteger out = new AtomicInteger();
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) throws WorkstationException {
                if (out.incrementAndGet() == 30) {
                    throw new ArchiveException(ServerFault.GARBLED, "cut", null);
                }
                return List.of(file);
            }
        });

        fetcher.want(STUDY, Priority.PREFETCH);
        fetched();

        assertEquals(40, here().size());
        assertEquals(1, archive.asked("fetchSeries"), "the whole series was not asked for again");
    }

    @Test
    void aFileThatIsCutOrDamagedNeverCountsAsHere() throws Exception {
        fill(1, 20);
        byte[] other = SmallDicom.of(1, 7).bytes();
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) {
                if (instance.equals(instance(5))) {
                    return List.of(TestArchive.cut(file, 100));
                }
                if (instance.equals(instance(6))) {
                    // the header says more pixels than there are, and the length of the element agrees with the bytes
                    return List.of(rows(file, 17));
                }
                if (instance.equals(instance(9))) {
                    return List.of("<html>Not Found</html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                }
                return List.of(instance.equals(instance(8)) ? other : file);
            }
        });

        fetcher.want(STUDY, Priority.PREFETCH);
        refused(4);

        List<Integer> expected = new ArrayList<>(
                java.util.stream.IntStream.rangeClosed(1, 20).boxed().toList());
        expected.removeAll(List.of(5, 6, 8, 9));
        assertEquals(expected, here());
        assertEquals(new Readiness(16, 20, false), fetcher.readiness(STUDY));
        assertTrue(archive.asked("fetch") <= 4 + 4 * 3, "it is not asked for for ever: " + archive.asked());
    }

    /// The file with another number of rows in its header, found where Rows (0028,0010) stands.
    private static byte[] rows(byte[] file, int rows) {
        byte[] changed = file.clone();
        for (int i = 0; i < file.length - 10; i++) {
            if (file[i] == 0x28 && file[i + 1] == 0 && file[i + 2] == 0x10 && file[i + 3] == 0 && file[i + 4] == 'U') {
                changed[i + 8] = (byte) rows;
                return changed;
            }
        }
        throw new IllegalStateException("no Rows");
    }

    @Test
    void whatIsOfAnotherPatientStudyOrSeriesIsNotTaken() throws Exception {
        fill(1, 20);
        byte[] otherPatient =
                SmallDicom.of(1, 3).withPatient("Wang^XiaoDong", "OTHER-1").bytes();
        byte[] otherStudy = SmallDicom.of(1, 4).withStudy("2.25.9999").bytes();
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) {
                return List.of(
                        instance.equals(instance(3)) ? otherPatient : instance.equals(instance(4)) ? otherStudy : file);
            }
        });

        fetcher.want(STUDY, Priority.PREFETCH);
        refused(2);

        assertEquals(18, here().size());
        assertFalse(here().contains(3) || here().contains(4));
        assertEquals(1, session.studies().studies().size(), "no other study came into the list");
        assertFalse(fetcher.readiness(STUDY).isAllHere());
        assertEquals(
                "DEMO-1",
                session.studies().study(STUDY).orElseThrow().patient().id().value());
    }

    @Test
    void duplicatesAndDisorderChangeNothing() throws Exception {
        fill(1, 30);
        List<byte[]> kept = new ArrayList<>();
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) {
                // every second file late, twice, behind the one after it
                synchronized (kept) {
                    List<byte[]> now = new ArrayList<>(List.of(file, file));
                    now.addAll(kept);
                    kept.clear();
                    kept.add(file);
                    return now;
                }
            }
        });

        fetcher.want(STUDY, Priority.PREFETCH);
        fetched();

        assertEquals(java.util.stream.IntStream.rangeClosed(1, 30).boxed().toList(), here());
        assertEquals(new Readiness(30, 30, false, true), fetcher.readiness(STUDY));
    }

    @Test
    void halfAStudyIsKnownAsHalfAfterARestartAndGoneOnWith() throws Exception {
        fill(1, 40);
        AtomicInteger out = new AtomicInteger();
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) throws WorkstationException {
                if (out.incrementAndGet() > 15) {
                    throw new ArchiveException(ServerFault.UNREACHABLE, "gone", null);
                }
                return List.of(file);
            }
        });
        fetcher.want(STUDY, Priority.PREFETCH);
        await("cut", () -> fetcher.trouble(STUDY).isPresent());
        fetcher.close();
        home.close();

        home = QuickHome.demo(folder.resolve("home"));
        begin();

        // first, middle and last, then the stream from the first to the twelfth
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 21, 40), here());
        assertEquals(new Readiness(14, 40, false), fetcher.readiness(STUDY));
        archive.meddle(new TestArchive.Meddler() {});
        fetcher.resume();
        fetched();
        assertEquals(40, here().size());
    }

    @Test
    void aMissingLinkIsTriedAgainWithGrowingPauses() throws Exception {
        fill(1, 3);
        AtomicInteger tries = new AtomicInteger();
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws WorkstationException {
                if (tries.incrementAndGet() <= 5) {
                    throw new ArchiveException(ServerFault.UNREACHABLE, "no route", null);
                }
            }
        });

        fetcher.want(STUDY, Priority.PREFETCH);
        fetched();

        assertEquals(3, here().size());
        FetchOptions slow = FetchOptions.defaults();
        assertTrue(slow.pauseMillis(0) >= 750 && slow.pauseMillis(0) <= 1250);
        assertTrue(slow.pauseMillis(3) >= 6000 && slow.pauseMillis(3) <= 10_000);
        assertTrue(slow.pauseMillis(40) <= 75_000);
    }

    @Test
    void aServerThatSaysNoIsNotAskedAgain() throws Exception {
        fill(1, 3);
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws WorkstationException {
                throw new ArchiveException(ServerFault.FORBIDDEN, "no", null);
            }
        });

        fetcher.want(STUDY, Priority.ON_SCREEN);
        settled();
        Thread.sleep(100);

        assertEquals(1, archive.asked().size());
        assertEquals(
                "services.server.forbidden",
                fetcher.trouble(STUDY).orElseThrow().messageKey());
    }

    @Test
    void aClickGoesBeforeWhatIsPrefetched() throws Exception {
        for (int number = 1; number <= 200; number++) {
            archive.put(SmallDicom.of(2, number).bytes());
        }
        fill(1, 5);
        StudyUid other = new StudyUid("2.25.1002");
        HeldPrefetch held = new HeldPrefetch(other);
        archive.meddle(held);
        fetcher.want(other, Priority.PREFETCH);
        held.awaitBegun();

        fetcher.want(STUDY, Priority.ON_SCREEN);
        held.clicked();
        fetched();

        assertFalse(fetcher.readiness(other).isAllHere(), "the click did not wait for the prefetch");
        held.seen();
        await("the prefetch is gone on with", () -> fetcher.readiness(other).isAllHere());
    }

    /// Whether nothing comes for a while.
    private boolean isStill() {
        int before = fetcher.readiness(STUDY).here();
        pause(400);
        return fetcher.readiness(STUDY).here() == before;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsGivenUpStopsAndCanBeWantedAgain() throws Exception {
        fill(1, 400);
        HeldPrefetch held = new HeldPrefetch(STUDY);
        archive.meddle(held);
        fetcher.want(STUDY, Priority.ON_SCREEN);
        held.awaitBegun();

        fetcher.giveUp(STUDY);
        held.clicked();
        await("what had come is sealed", this::isStill);
        int then = fetcher.readiness(STUDY).here();
        Thread.sleep(100);

        assertEquals(then, fetcher.readiness(STUDY).here(), "nothing more comes");
        assertFalse(fetcher.readiness(STUDY).isAllHere());
        held.seen();
        fetcher.want(STUDY, Priority.ON_SCREEN);
        fetched();
        assertEquals(400, here().size());
    }

    @Test
    void aStudyOnScreenTakesUpWhatTheArchiveGetsLater() throws Exception {
        fill(1, 5);
        fetcher.want(STUDY, Priority.ON_SCREEN);
        fetched();

        archive.put(SmallDicom.of(1, 6).bytes());

        await("the sixth", () -> fetcher.readiness(STUDY).equals(new Readiness(6, 6, false, true)));
        assertEquals(6, here().size());
    }

    @Test
    void aStudyThatTheArchiveDoesNotHaveIsToldOnce() throws Exception {
        fetcher.want(STUDY, Priority.ON_SCREEN);
        settled();

        assertEquals(
                "services.server.missing", fetcher.trouble(STUDY).orElseThrow().messageKey());
        assertEquals(Readiness.NOTHING, fetcher.readiness(STUDY));
    }
}
