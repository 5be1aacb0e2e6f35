package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

// [utest->req~fetch.order~1]
// [utest->req~fetch.verified~1]
// [utest->req~fetch.expected~1]
// [utest->req~fetch.resumed~1]
// [utest->req~fetch.priorities~1]
class StudyFetcherTest extends FetchedStudy {
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
}
