package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.remote.dicomweb.DicomWebArchive;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.testing.MisbehavingArchive;
import org.readingroom.services.testing.MisbehavingArchive.Trouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.Witness;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// An archive over the wire that is busy and says for how long.
// [utest->req~fetch.retry-after~1]
class RetryAfterTest {
    private static final StudyUid REFUSED = new StudyUid("2.25.1001");
    private static final StudyUid OTHER = new StudyUid("2.25.1002");

    @TempDir
    Path folder;

    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private MisbehavingArchive server;
    private Home home;
    private ArchiveFetcher fetcher;

    @BeforeEach
    void open() throws Exception {
        server = new MisbehavingArchive();
        for (int number = 1; number <= 6; number++) {
            server.keep(SmallDicom.of(1, number).bytes());
            server.keep(SmallDicom.of(2, number).bytes());
        }
        home = QuickHome.demo(folder.resolve("home"));
        Session session = QuickHome.signIn(home, "radiologist");
        CacheKeeper keeper = new CacheKeeper(
                session.fetchStore().cached(),
                session.audit(),
                studies -> studies,
                CacheLimits.DEFAULT,
                new QuickHome.Clock(),
                () -> Long.MAX_VALUE);
        fetcher = new ArchiveFetcher(
                new DicomWebArchive(new HttpLink(HttpServer.open(server.base()), new Witness(), HttpTimes.DEFAULT)),
                session.fetchStore(),
                keeper,
                lanes,
                new FetchOptions(4, Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofHours(1), new Random(7)));
    }

    @AfterEach
    void close() throws Exception {
        fetcher.close();
        home.close();
        lanes.close();
        server.close();
    }

    @Test
    void isAskedForNothingBeforeThatTimeAlsoForAnotherStudy() throws Exception {
        server.askForRest(1);
        server.misbehave(Trouble.TOO_MANY);
        long began = System.nanoTime();
        fetcher.want(REFUSED, Priority.PREFETCH);
        await("refused", () -> fetcher.trouble(REFUSED).isPresent());
        assertEquals(
                new FetchTrouble("services.server.busy", 0, true),
                fetcher.trouble(REFUSED).orElseThrow());
        server.misbehave(Trouble.NONE);
        int asked = server.asked().size();

        fetcher.want(OTHER, Priority.PREFETCH);
        fetcher.retryNow();
        await("asked again", () -> server.asked().size() > asked);

        assertTrue(System.nanoTime() - began >= 1_000_000_000L, "it said in a second");
        await("both come", () -> isHere(REFUSED) && isHere(OTHER));
    }

    @Test
    void whoGivesUpMeanwhileDoesNotWaitForIt() throws Exception {
        server.askForRest(3000);
        server.misbehave(Trouble.UNAVAILABLE);
        fetcher.want(REFUSED, Priority.PREFETCH);
        await("refused", () -> fetcher.trouble(REFUSED).isPresent());

        fetcher.giveUp(REFUSED);

        await("ended", () -> !fetcher.isRunning(REFUSED));
    }

    private boolean isHere(StudyUid study) {
        return fetcher.readiness(study).isAllHere() && fetcher.readiness(study).here() == 6;
    }

    private static void await(String what, BooleanSupplier reached) throws InterruptedException {
        long until = System.nanoTime() + 30_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, what);
            Thread.sleep(2);
        }
    }
}
