package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;

/// A home and an archive in memory that misbehaves at will, and the fetcher between them.
abstract class FetchedStudy {
    static final StudyUid STUDY = new StudyUid("2.25.1001");
    static final SeriesUid SERIES = new SeriesUid("2.25.1001.1");

    @TempDir
    Path folder;

    final TestArchive archive = new TestArchive();
    final LaneRunner lanes = new LaneRunner(Runnable::run);
    Home home;
    Session session;
    ArchiveFetcher fetcher;

    @BeforeEach
    void open() throws WorkstationException {
        home = QuickHome.demo(folder.resolve("home"));
        begin();
    }

    void begin() throws WorkstationException {
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

    static FetchOptions options() {
        return new FetchOptions(4, Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(20), new Random(7));
    }

    @AfterEach
    void close() {
        fetcher.close();
        home.close();
        lanes.close();
    }

    void fill(int study, int instances) {
        for (int number = 1; number <= instances; number++) {
            archive.put(SmallDicom.of(study, number).bytes());
        }
    }

    static SopInstanceUid instance(int number) {
        return new SopInstanceUid("2.25.1001.1." + number);
    }

    static void await(String what, BooleanSupplier reached) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, what);
            Thread.sleep(2);
        }
    }

    void fetched() throws Exception {
        await("whole", () -> fetcher.readiness(STUDY).isAllHere());
    }

    /// Until nothing of the study is under way and nothing is tried again.
    void settled() throws Exception {
        await(
                "settled",
                () -> fetcher.trouble(STUDY)
                        .filter(trouble -> !trouble.isRetried())
                        .isPresent());
    }

    void refused(int count) throws Exception {
        await(
                "refused",
                () -> fetcher.trouble(STUDY)
                        .filter(trouble -> trouble.refused() == count && !trouble.isRetried())
                        .isPresent());
    }

    List<Integer> here() throws WorkstationException {
        return session.studies().instances(SERIES).stream()
                .map(StoredInstance::number)
                .toList();
    }
}
