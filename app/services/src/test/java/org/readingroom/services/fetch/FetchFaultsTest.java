package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

/// What is cut, damaged, foreign, doubled or refused on its way from the archive.
// [utest->req~fetch.verified~1]
// [utest->req~fetch.resumed~1]
class FetchFaultsTest extends FetchedStudy {
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
    void aStudyThatTheArchiveDoesNotHaveIsToldOnce() throws Exception {
        fetcher.want(STUDY, Priority.ON_SCREEN);
        settled();

        assertEquals(
                "services.server.missing", fetcher.trouble(STUDY).orElseThrow().messageKey());
        assertEquals(Readiness.NOTHING, fetcher.readiness(STUDY));
    }
}
