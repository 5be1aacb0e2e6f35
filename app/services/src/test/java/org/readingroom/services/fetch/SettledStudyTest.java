package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.Listening;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// What is called whole: not what an archive listed once while it was still being sent to, and not what an index that
/// was made anew happens to hold.
// [utest->req~fetch.settled~1]
// [utest->req~fetch.known-after-rebuild~1]
class SettledStudyTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");
    private static final StudyUid BY_HAND = new StudyUid("2.25.1002");

    @TempDir
    Path folder;

    private final TestArchive archive = new TestArchive();
    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;
    private Session session;
    private ArchiveFetcher fetcher;

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
    }

    @AfterEach
    void close() {
        end();
        lanes.close();
    }

    private void end() {
        fetcher.close();
        home.close();
    }

    private void fill(int from, int to) {
        for (int number = from; number <= to; number++) {
            archive.put(SmallDicom.of(1, number).bytes());
        }
    }

    private static void await(String what, BooleanSupplier reached) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, what);
            Thread.sleep(2);
        }
    }

    /// One visit of the archive, to its end.
    private Readiness fetched(int images) throws InterruptedException {
        boolean[] isOver = {false};
        try (Listening _ = fetcher.onChange(study -> {
            isOver[0] |= !fetcher.isRunning(study);
        })) {
            fetcher.want(STUDY, Priority.PREFETCH);
            await("the visit ends", () -> isOver[0]);
        }
        await("all is here", () -> fetcher.readiness(STUDY).here() == images);
        return fetcher.readiness(STUDY);
    }

    @Test
    void aListCountsAsWholeWhenTheArchiveGaveItAgainMinutesLater() throws Exception {
        fill(1, 12);
        assertEquals(new Readiness(12, 12, false, true), fetched(12));

        assertFalse(isDoubtful(), "asked just now");
        clock.advance(Duration.ofMinutes(4));
        assertTrue(isDoubtful());
        assertEquals(new Readiness(12, 12, false, true), fetched(12), "too soon to tell");
        clock.advance(Duration.ofMinutes(1));
        assertEquals(new Readiness(12, 12, true), fetched(12));
        clock.advance(Duration.ofDays(1));
        assertFalse(isDoubtful(), "whole");
    }

    private boolean isDoubtful() throws WorkstationException {
        return session.fetchStore().expected().isDoubtful(STUDY, null);
    }

    @Test
    void timeAloneSettlesNothing() throws Exception {
        fill(1, 12);
        fetched(12);
        clock.advance(Duration.ofDays(1));

        assertEquals(new Readiness(12, 12, false, true), fetcher.readiness(STUDY));
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
        assertTrue(isDoubtful(), "nobody asked for a day, and nobody knows when it was taken");
        assertTrue(session.fetchStore().expected().isDoubtful(STUDY, now.minusHours(23)));
        assertFalse(session.fetchStore().expected().isDoubtful(STUDY, now.minusHours(25)));
        assertEquals(List.of(STUDY), session.fetchStore().expected().unfinished(), "it is asked for again");
    }

    @Test
    void anotherListBeginsAnewAndAListThatCannotBeHadConfirmsNothing() throws Exception {
        fill(1, 12);
        fetched(12);
        clock.advance(Duration.ofMinutes(6));
        fill(13, 60);
        assertEquals(new Readiness(60, 60, false, true), fetched(60));

        clock.advance(Duration.ofMinutes(6));
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws WorkstationException {
                throw new ArchiveException(ServerFault.FORBIDDEN, "no", null);
            }
        });
        assertEquals(new Readiness(60, 60, false, true), fetched(60));
        archive.meddle(new TestArchive.Meddler() {});
        assertEquals(new Readiness(60, 60, true), fetched(60));
        end();
        open();
        assertEquals(new Readiness(60, 60, true), fetcher.readiness(STUDY), "kept");
        assertEquals(List.of(), session.fetchStore().expected().unfinished());
    }

    @Test
    void afterTheIndexIsMadeAnewWhatCameFromAnArchiveIsNotKnownWhole() throws Exception {
        fill(1, 12);
        SopInstanceUid refused = new SopInstanceUid("2.25.1001.1.7");
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) {
                return instance.equals(refused) ? List.of() : List.of(file);
            }
        });
        assertEquals(new Readiness(11, 12, false), fetched(11));
        Path own = Files.write(folder.resolve("own.dcm"), SmallDicom.of(2, 1).bytes());
        session.imports().importPaths(List.of(own), Progress.IGNORED);
        end();
        Files.delete(folder.resolve("home/index.db"));

        open();

        assertEquals(11, session.studies().study(STUDY).orElseThrow().instanceCount());
        assertTrue(session.fetchStore().expected().standing(STUDY).isPresent(), "known to be the archive's");
        assertEquals(false, fetcher.readiness(STUDY).isAllHere());
        assertEquals(List.of(STUDY), session.fetchStore().expected().unfinished(), "it is asked for again");
        assertTrue(session.fetchStore().expected().standing(BY_HAND).isEmpty(), "nobody's to complete");
        archive.meddle(new TestArchive.Meddler() {});
        assertEquals(new Readiness(12, 12, false, true), fetched(12));
    }
}
