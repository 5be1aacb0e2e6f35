package org.readingroom.services.remote.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.testing.MisbehavingArchive;
import org.readingroom.services.testing.MisbehavingArchive.Trouble;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.Witness;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// However an archive misbehaves, nothing that came in half, and nothing that was not asked for, is handed over.
// [utest->req~archive.whole~1]
// [utest->req~archive.retrieve~1]
class DicomWebFaultTest {
    private static final HttpTimes PATIENT =
            new HttpTimes(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));
    /// Where a silence is what is looked for.
    private static final HttpTimes QUICK =
            new HttpTimes(Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(1500));
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final int SLICES = 5;
    private static final SmallDicom FIRST = SmallDicom.of(1, 1);
    private static final StudyUid STUDY = new StudyUid(FIRST.study());
    private static final SeriesUid SERIES = new SeriesUid(FIRST.series());

    private MisbehavingArchive server;
    private DicomWebArchive archive;

    @BeforeEach
    void start() throws Exception {
        server = new MisbehavingArchive();
        for (int slice = 1; slice <= SLICES; slice++) {
            server.keep(SmallDicom.of(1, slice).bytes());
        }
        server.keep(SmallDicom.of(2, 1).bytes());
        archive = archive(PATIENT);
    }

    private DicomWebArchive archive(HttpTimes times) {
        return new DicomWebArchive(new HttpLink(HttpServer.open(server.base()), new Witness(), times));
    }

    /// Those that are seen by a silence only are not waited for long.
    private void misbehave(Trouble trouble) {
        server.misbehave(trouble);
        if (expected(trouble) == ServerFault.SILENT) {
            archive = archive(QUICK);
        }
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static void isWhole(byte[] file, int slice) {
        assertArrayEquals(SmallDicom.of(1, slice).bytes(), file);
    }

    private ServerFault fault(Fetch fetch) {
        return assertTimeoutPreemptively(BOUND, () -> assertThrows(ArchiveException.class, fetch::run))
                .fault();
    }

    private interface Fetch {
        void run() throws WorkstationException;
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void noSeriesIsTakenForWholeThatIsNot(Trouble trouble) throws WorkstationException {
        misbehave(trouble);
        List<byte[]> arrived = new ArrayList<>();
        Fetch fetch = () -> archive.fetchSeries(STUDY, SERIES, arrived::add, Progress.IGNORED);
        if (isHarmless(trouble)) {
            fetch.run();
            assertEquals(SLICES, arrived.size());
        } else {
            assertEquals(expected(trouble), fault(fetch), trouble.name());
            boolean mayHaveCome = trouble == Trouble.NO_CLOSING_BOUNDARY || trouble == Trouble.STRANGER;
            assertTrue(arrived.size() < SLICES || mayHaveCome, "some are missing");
        }
        for (int i = 0; i < arrived.size(); i++) {
            isWhole(arrived.get(i), i + 1);
        }
        assertEquals(1, server.asked().size(), "asked once");
    }

    /// A length that promises more than the closing boundary, and troubles of lists and of storing.
    private static boolean isHarmless(Trouble trouble) {
        return trouble == Trouble.NONE
                || trouble == Trouble.LENGTH_TOO_LONG
                || !trouble.isOfTheWire() && trouble.ordinal() > Trouble.STRANGER.ordinal();
    }

    private static ServerFault expected(Trouble trouble) {
        return switch (trouble) {
            case STALL, STALL_IN_BODY, DRIP, DRIP_HEAD -> ServerFault.SILENT;
            case ACK_LOST -> ServerFault.UNREACHABLE;
            case UNAUTHORIZED -> ServerFault.SIGNED_OUT;
            case FORBIDDEN -> ServerFault.FORBIDDEN;
            case NOT_FOUND -> ServerFault.MISSING;
            case CONFLICT, PRECONDITION -> ServerFault.CONFLICT;
            case TOO_LARGE -> ServerFault.TOO_LARGE;
            case TOO_MANY, UNAVAILABLE -> ServerFault.BUSY;
            case BROKEN -> ServerFault.BROKEN;
            case REDIRECT -> ServerFault.REDIRECTED;
            default -> ServerFault.GARBLED;
        };
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void noInstanceIsTakenForWholeThatIsNot(Trouble trouble) throws WorkstationException {
        misbehave(trouble);
        Fetch fetch =
                () -> isWhole(archive.fetch(STUDY, SERIES, new SopInstanceUid(FIRST.instance()), Progress.IGNORED), 1);
        if (isHarmless(trouble)) {
            fetch.run();
        } else {
            assertEquals(expected(trouble), fault(fetch), trouble.name());
        }
    }

    // [utest->req~archive.query~1]
    @Test
    void whatWasNotAskedForIsLeftOutOfAList() throws WorkstationException {
        server.misbehave(Trouble.FILTERS_DROPPED);
        StudyPage page = archive.studies(StudyQuery.ofPatient("DEMO-2"), 0, 10, Progress.IGNORED);
        assertEquals(
                List.of(new StudyUid("2.25.1002")),
                page.studies().stream().map(Study::uid).toList());
        assertEquals(-1, page.next());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NONE", "PAGES_IGNORED"})
    void pageByPageEveryStudyComesOnce(Trouble trouble) throws WorkstationException {
        for (int study = 3; study <= 25; study++) {
            server.keep(SmallDicom.of(study, 1).bytes());
        }
        server.misbehave(trouble);
        StudyQuery all = new StudyQuery("", "", "", null, null, List.of(), null);
        List<StudyUid> found = new ArrayList<>();
        int next = 0;
        for (int pages = 0; next >= 0; pages++) {
            assertTrue(pages < 10, "no end");
            StudyPage page = archive.studies(all, next, 7, Progress.IGNORED);
            page.studies().forEach(study -> found.add(study.uid()));
            next = page.next();
        }
        assertEquals(25, found.size());
        assertEquals(25, found.stream().distinct().count());
    }

    @Test
    void aPageOfSignInIsNoList() {
        server.misbehave(Trouble.NOT_JSON);
        assertEquals(ServerFault.GARBLED, fault(() -> archive.series(STUDY, Progress.IGNORED)));
    }

    @Test
    void instancesComeByNumberWithWhatTheListSays() throws WorkstationException {
        List<ArchiveInstance> instances = archive.instances(STUDY, SERIES, Progress.IGNORED);
        assertEquals(SLICES, instances.size());
        for (int i = 0; i < SLICES; i++) {
            assertEquals(i + 1, instances.get(i).number());
            assertEquals("2.25.1001.1." + (i + 1), instances.get(i).uid().value());
            assertEquals("1.2.840.10008.5.1.4.1.1.2", instances.get(i).sopClassUid());
        }
    }

    // [utest->req~archive.traits~1]
    @Test
    void whatAServerCanDoIsAskedOnce() throws WorkstationException {
        archive.studies(StudyQuery.ofStudy(STUDY), 0, 5, Progress.IGNORED);
        archive.studies(StudyQuery.ofStudy(STUDY), 0, 5, Progress.IGNORED);
        assertEquals(3 + 2, server.asked().size());
    }

    @Test
    void nobodyIsAskedForAnIdentifierThatIsAnAddress() {
        for (String uid : List.of("../../instances", "1/series/2", "1?x=1", "..", ".")) {
            assertEquals(ServerFault.REFUSED, fault(() -> archive.series(new StudyUid(uid), Progress.IGNORED)), uid);
        }
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aClosedStudyEndsItsFetch() {
        List<byte[]> arrived = new ArrayList<>();
        Progress closing = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> archive.fetchSeries(STUDY, SERIES, arrived::add, closing));
        assertEquals(List.of(), arrived);
    }

    @Test
    void whatTheSinkCannotTakeEndsTheFetch() {
        WorkstationException full = new WorkstationException("services.store.full", "disk full");
        WorkstationException thrown = assertThrows(
                WorkstationException.class,
                () -> archive.fetchSeries(
                        STUDY,
                        SERIES,
                        file -> {
                            throw full;
                        },
                        Progress.IGNORED));
        assertEquals(full, thrown);
    }

    @Test
    void anySeedOfTroublesGivesWholeInstancesOrNone() {
        archive = archive(QUICK);
        for (long seed = 1; seed <= 12; seed++) {
            server.misbehaveAtRandom(seed, 0.5);
            for (int tries = 0; tries < 6; tries++) {
                List<byte[]> arrived = new ArrayList<>();
                assertTimeoutPreemptively(BOUND, () -> {
                    try {
                        archive.fetchSeries(STUDY, SERIES, arrived::add, Progress.IGNORED);
                        assertEquals(SLICES, arrived.size());
                    } catch (ArchiveException e) {
                        assertTrue(arrived.size() <= SLICES);
                    }
                });
                for (int i = 0; i < arrived.size(); i++) {
                    isWhole(arrived.get(i), i + 1);
                }
            }
        }
    }
}
