package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.store.ExpectedStudies.Fetched;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

// [utest->req~cache.quota~1]
// [utest->req~cache.protected~1]
// [utest->req~cache.repaired~1]
class CacheKeeperTest {
    private static final int IMAGES = 6;

    @TempDir
    Path folder;

    private final TestArchive archive = new TestArchive();
    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final Set<StudyUid> kept = ConcurrentHashMap.newKeySet();
    private volatile long free = Long.MAX_VALUE;
    private Home home;
    private Session session;
    private ArchiveFetcher fetcher;

    @BeforeEach
    void open() throws WorkstationException {
        home = QuickHome.demo(folder.resolve("home"));
        session = QuickHome.signIn(home, "radiologist");
    }

    @AfterEach
    void close() {
        fetcher.close();
        home.close();
        lanes.close();
    }

    private CacheKeeper keeperOf(long quota) {
        return new CacheKeeper(
                session.fetchStore().cached(),
                session.audit(),
                studies -> kept,
                new CacheLimits(quota, Duration.ofDays(10), 1000),
                clock,
                () -> free);
    }

    private CacheKeeper keeper(long quota) {
        CacheKeeper keeper = keeperOf(quota);
        fetcher = new ArchiveFetcher(
                archive,
                session.fetchStore(),
                keeper,
                lanes,
                new FetchOptions(2, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(9), new Random(3)));
        return keeper;
    }

    private static StudyUid study(int number) {
        return new StudyUid("2.25.100" + number);
    }

    private void bring(int number) throws Exception {
        for (int i = 1; i <= IMAGES; i++) {
            archive.put(SmallDicom.of(number, i).bytes());
        }
        fetcher.want(study(number), Priority.PREFETCH);
        long until = System.nanoTime() + 60_000_000_000L;
        while (!fetcher.readiness(study(number)).isAllHere()) {
            assertTrue(System.nanoTime() < until, "study " + number + " does not come");
            Thread.sleep(2);
        }
        clock.advance(Duration.ofHours(2));
    }

    private static long studyBytes() {
        return Stream.iterate(1, i -> i + 1)
                .limit(IMAGES)
                .mapToLong(i -> SmallDicom.of(1, i).bytes().length)
                .sum();
    }

    private long filesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("home/instances"))) {
            return all.filter(path -> path.toString().endsWith(".rr")).count();
        }
    }

    @Test
    void whatWasLookedAtLongestAgoGoesWhenTheQuotaIsPassed() throws Exception {
        CacheKeeper keeper = keeper(studyBytes() * 5 / 2);
        bring(1);
        bring(2);
        keeper.used(study(1));
        clock.advance(Duration.ofHours(2));
        bring(3);

        assertEquals(List.of(study(2)), keeper.sweep(study -> false));

        assertEquals(2 * IMAGES, filesOnDisk());
        Study gone = session.studies().study(study(2)).orElseThrow();
        assertEquals(0, gone.instanceCount(), "it stays in the list");
        assertEquals(new Readiness(0, IMAGES, false), fetcher.readiness(study(2)));
        assertTrue(session.audit().latest(50).stream()
                .anyMatch(event -> event.type().equals("study.evict")));
        assertTrue(session.audit().verify().isIntact());
        bring(2);
        assertArrayEquals(
                SmallDicom.of(2, 4).bytes(),
                session.studies().bytes(new SopInstanceUid("2.25.1002.1.4")),
                "it is fetched again when it is wanted");
    }

    @Test
    void whatIsTooOldGoesAndWhatIsKeptOrOpenStays() throws Exception {
        CacheKeeper keeper = keeper(Long.MAX_VALUE);
        bring(1);
        bring(2);
        bring(3);
        kept.add(study(2));
        clock.advance(Duration.ofDays(11));

        assertEquals(List.of(study(1)), keeper.sweep(study(3)::equals));
        assertEquals(2 * IMAGES, filesOnDisk());
    }

    @Test
    void aFullDiskMakesRoomAndNothingIsFetchedAheadOntoIt() throws Exception {
        CacheKeeper keeper = keeper(Long.MAX_VALUE);
        bring(1);
        kept.add(study(1));
        archive.put(SmallDicom.of(2, 1).bytes());
        free = 500;

        fetcher.want(study(2), Priority.PREFETCH);
        long until = System.nanoTime() + 60_000_000_000L;
        while (fetcher.trouble(study(2)).isEmpty()) {
            assertTrue(System.nanoTime() < until, "nothing is told");
            Thread.sleep(2);
        }

        assertEquals(
                "services.fetch.no-room",
                fetcher.trouble(study(2)).orElseThrow().messageKey());
        assertEquals(IMAGES, filesOnDisk(), "what is kept stays even then");
        kept.clear();
        assertEquals(List.of(study(1)), keeper.sweep(study -> false));
    }

    @Test
    void aFileThatWasImportedIsNoCopyAndStays() throws Exception {
        keeper(Long.MAX_VALUE);
        Path own = Files.write(folder.resolve("own.dcm"), SmallDicom.of(1, 2).bytes());
        session.imports().importPaths(List.of(own), Progress.IGNORED);
        bring(1);

        assertEquals(List.of(study(1)), keeperOf(0).sweep(study -> false));

        assertEquals(1, filesOnDisk());
        assertArrayEquals(SmallDicom.of(1, 2).bytes(), session.studies().bytes(new SopInstanceUid("2.25.1001.1.2")));
        assertEquals(new Readiness(1, IMAGES, false), fetcher.readiness(study(1)));
    }

    @Test
    void whatTheArchiveDoesNotListIsNotCountedAsHere() throws Exception {
        keeper(Long.MAX_VALUE);
        Path own = Files.write(folder.resolve("own.dcm"), SmallDicom.of(1, 99).bytes());
        session.imports().importPaths(List.of(own), Progress.IGNORED);
        bring(1);

        keeperOf(0).sweep(study -> false);

        assertEquals(1, filesOnDisk());
        assertEquals(new Readiness(0, IMAGES, false), fetcher.readiness(study(1)));
    }

    @Test
    void whatIsGoneIsNotCountedAsTakingRoom() throws Exception {
        keeper(Long.MAX_VALUE);
        bring(1);
        session.fetchStore()
                .expected()
                .arrived(study(1), IMAGES, List.of(new Fetched(new SopInstanceUid("2.25.77"), 1_000_000)));
        assertEquals(
                studyBytes() + 1_000_000,
                session.fetchStore().cached().all().getFirst().bytes());

        assertEquals(IMAGES, session.fetchStore().cached().evict(study(1)));

        assertEquals(List.of(), session.fetchStore().cached().all());
    }

    @Test
    void whenItCannotBeToldWhatIsKeptNothingGoes() throws Exception {
        keeper(Long.MAX_VALUE);
        bring(1);
        CacheKeeper doubtful = new CacheKeeper(
                session.fetchStore().cached(),
                session.audit(),
                studies -> {
                    throw new WorkstationException("services.store.damaged", "cannot tell");
                },
                new CacheLimits(0, Duration.ZERO, 0),
                clock,
                () -> 0);

        assertThrows(WorkstationException.class, () -> doubtful.sweep(study -> false));
        assertEquals(IMAGES, filesOnDisk());
    }

    @Test
    void aMissingOrDamagedFileIsFetchedAgainUnlessAnotherPatientsComes() throws Exception {
        keeper(Long.MAX_VALUE);
        bring(1);
        SopInstanceUid third = new SopInstanceUid("2.25.1001.1.3");
        byte[] content = SmallDicom.of(1, 3).bytes();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("home/instances"))) {
            files = all.filter(path -> path.toString().endsWith(".rr")).toList();
        }
        for (int i = 0; i < files.size(); i++) {
            if (i % 2 == 0) {
                Files.delete(files.get(i));
            } else {
                byte[] bytes = Files.readAllBytes(files.get(i));
                bytes[bytes.length / 2] ^= 1;
                Files.write(files.get(i), bytes);
            }
        }
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) {
                return List.of(
                        instance.equals(third)
                                ? SmallDicom.of(1, 3)
                                        .withPatient("Other^One", "OTHER")
                                        .bytes()
                                : file);
            }
        });

        assertThrows(WorkstationException.class, () -> session.studies().bytes(third));
        assertFalse(session.studies().sha256(third).isEmpty());
        archive.meddle(new TestArchive.Meddler() {});
        fetcher.close();
        keeper(Long.MAX_VALUE);

        assertArrayEquals(content, session.studies().bytes(third));
        for (int i = 1; i <= IMAGES; i++) {
            assertArrayEquals(
                    SmallDicom.of(1, i).bytes(), session.studies().bytes(new SopInstanceUid("2.25.1001.1." + i)));
        }
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws WorkstationException {
                throw new ArchiveException(ServerFault.UNREACHABLE, "offline", null);
            }
        });
        assertArrayEquals(content, session.studies().bytes(third), "it lies on the disk again");
    }
}
