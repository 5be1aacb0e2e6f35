package org.readingroom.services.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.fetch.ArchiveFetcher;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.FetchOptions;
import org.readingroom.services.fetch.KeptFor;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// The figures of the cache are held against the sizes of the files that the archive gave.
class LocalCacheTest {
    @TempDir
    Path folder;

    private final TestArchive archive = new TestArchive();
    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;
    private Session session;
    private LocalCache cache;
    private ArchiveFetcher fetcher;

    /// A home without servers, so that nothing is fetched but what the test wants.
    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock).withRenderer(versions -> new byte[] {'%'}),
                Progress.IGNORED);
        session = QuickHome.signIn(home, "radiologist");
        cache = session.hospital().cache();
        fetcher = new ArchiveFetcher(
                archive,
                session.fetchStore(),
                cache.keeper(),
                lanes,
                new FetchOptions(2, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(9), new Random(3)));
    }

    @AfterEach
    void close() {
        fetcher.close();
        session.close();
        home.close();
        lanes.close();
    }

    private static StudyUid study(int number) {
        return new StudyUid("2.25.100" + number);
    }

    /// So many images of study `number`; returns how many bytes they are.
    private long bring(int number, int images) throws Exception {
        long bytes = 0;
        for (int i = 1; i <= images; i++) {
            byte[] file = SmallDicom.of(number, i).bytes();
            bytes += file.length;
            archive.put(file);
        }
        fetcher.want(study(number), Priority.PREFETCH);
        long until = System.nanoTime() + 30_000_000_000L;
        while (!fetcher.readiness(study(number)).isAllHere() || fetcher.isRunning(study(number))) {
            assertTrue(System.nanoTime() < until, "study " + number + " does not come");
            Thread.sleep(2);
        }
        return bytes;
    }

    private void order(int number, OrderState state, @Nullable String owner, boolean isByNumber)
            throws WorkstationException {
        Patient patient =
                new Patient(new PatientId("DEMO-" + number, ""), PersonName.parse("Wang^XiaoDong"), null, Sex.MALE);
        session.orders()
                .put(new Order(
                        "t" + number,
                        "1",
                        "r" + number,
                        isByNumber ? "ACC-DEMO-" + number : "",
                        isByNumber ? null : study(number),
                        patient,
                        Set.of(),
                        OrderPriority.ROUTINE,
                        "CT",
                        "CHEST",
                        "",
                        state,
                        null,
                        null,
                        owner == null ? null : new Order.Reader(owner, owner)));
    }

    private OpenReport take(int number) throws WorkstationException {
        return session.reports()
                .open(session.studies().study(study(number)).orElseThrow(), ReportLanguage.CHINESE, "演示医院");
    }

    // [utest->req~hospital.ready~1]
    // [utest->req~cache.protected~1]
    @Test
    void everyStudyIsCountedOnceWithTheReasonForWhichItStays() throws Exception {
        long[] bytes = new long[8];
        for (int i = 1; i <= 7; i++) {
            bytes[i] = bring(i, i);
        }
        order(1, OrderState.CLAIMED, "radiologist", false);
        order(2, OrderState.WAITING, null, true);
        order(3, OrderState.CLAIMED, "zhao", false);
        order(4, OrderState.COMPLETED, null, false);
        OpenReport draft = take(5);
        session.reports().saveDraft(Reports.written(draft.report(), "右肺结节。"), draft.baseVersion());
        order(6, OrderState.CLAIMED, "radiologist", false);
        OpenReport signed = take(6);
        session.reports()
                .sign(
                        Reports.written(signed.report(), "右肺结节。"),
                        signed.baseVersion(),
                        Stage.PRIMARY,
                        "",
                        "demo".toCharArray());

        LocalCache.Look look = cache.look();

        CacheFigures now = look.figures();
        assertEquals(7, now.studies());
        assertEquals(bytes[1] + bytes[2] + bytes[3] + bytes[4] + bytes[5] + bytes[6] + bytes[7], now.usedBytes());
        assertEquals(Map.of(KeptFor.UNSENT, 1, KeptFor.MINE, 1, KeptFor.UNFINISHED, 1, KeptFor.UNREAD, 2), now.kept());
        assertEquals(bytes[1] + bytes[2] + bytes[3] + bytes[5] + bytes[6], now.keptBytes(), "4 and 7 may go");
        assertEquals(bytes[7], look.bytes().get(study(7)));
        assertFalse(now.isFullOfKept());
    }

    // [utest->req~cache.protected~1]
    @Test
    void whereTheHospitalHasNoListWhatNobodySignedStays() throws Exception {
        bring(1, 1);
        assertEquals(Map.of(KeptFor.UNREAD, 1), cache.look().figures().kept());
    }

    // [utest->req~hospital.cache-limits~1]
    @Test
    void otherLimitsHoldAtOnceAndInTheNextSession() throws Exception {
        assertEquals(CacheLimits.DEFAULT, cache.limits());
        bring(1, 2);
        order(1, OrderState.COMPLETED, null, false);
        bring(2, 3);
        order(2, OrderState.WAITING, null, false);
        clock.advance(Duration.ofDays(3));
        assertEquals(0, fetcher.tidy(), "thirty days are not over");
        CacheLimits other = CacheLimits.of(7, 2, 1);

        assertEquals(1, cache.keep(other, fetcher));

        assertEquals(Set.of(study(2)), cache.look().bytes().keySet(), "what waits to be read stays");
        assertEquals(0, session.studies().study(study(1)).orElseThrow().instanceCount());
        assertTrue(session.audit().latest(50).stream()
                .anyMatch(event -> event.type().equals("cache.limits")
                        && event.detail().equals("quota=7516192768 days=2 free=1073741824")));
        fetcher.close();
        session.close();
        session = QuickHome.signIn(home, "resident");
        assertEquals(other, session.hospital().cache().limits());
        assertEquals(other, session.hospital().cache().keeper().limits());
    }

    // [utest->req~hospital.cache-limits~1]
    @Test
    void limitsThatNobodyCanMeanAreRefusedInWords() throws Exception {
        for (CacheLimits wrong : List.of(
                CacheLimits.of(0, 30, 4),
                CacheLimits.of(-5, 30, 4),
                CacheLimits.of(1 << 21, 30, 4),
                CacheLimits.of(100, 0, 4),
                CacheLimits.of(100, 3651, 4),
                CacheLimits.of(100, 30, 0),
                CacheLimits.of(100, 30, 1 << 21))) {
            assertEquals("services.cache.limits", refusal(wrong).messageKey(), wrong.toString());
        }
        assertEquals(
                "services.cache.floor",
                refusal(CacheLimits.of(100, 30, CacheLimits.MOST_GIB)).messageKey(),
                "no disk is that large: all would leave");
        assertEquals(CacheLimits.DEFAULT, cache.limits());
    }

    private WorkstationException refusal(CacheLimits limits) {
        return assertThrows(WorkstationException.class, () -> cache.keep(limits, fetcher));
    }
}
