package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.task.Priority;

/// How long an archive is left alone that asked for it.
// [utest->req~fetch.retry-after~1]
class ServerRestTest {
    /// A clock that is about to turn over, as System.nanoTime may.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ServerRest rest = new ServerRest(nanos::get);

    @Test
    void everyStudyWaitsAsLongAsWasAskedForAndOneOnScreenHalfAMinute() {
        assertEquals(0, seconds(Priority.PREFETCH));
        refused(ServerFault.BUSY, 300);
        assertEquals(300, seconds(Priority.PREFETCH));
        assertEquals(300, seconds(Priority.NEIGHBOUR));
        assertEquals(30, seconds(Priority.ON_SCREEN));
        pass(31);
        assertEquals(269, seconds(Priority.PREFETCH));
        assertEquals(0, seconds(Priority.ON_SCREEN));
        pass(270);
        assertEquals(0, seconds(Priority.PREFETCH));
    }

    @Test
    void aShorterWishDoesNotEndALongerOneAndALaterOneCounts() {
        refused(ServerFault.BUSY, 100);
        refused(ServerFault.BUSY, 5);
        assertEquals(100, seconds(Priority.PREFETCH));
        pass(200);
        refused(ServerFault.BROKEN, 20);
        assertEquals(20, seconds(Priority.PREFETCH));
        assertEquals(20, seconds(Priority.ON_SCREEN));
    }

    @Test
    void whatIsForAPersonToMendIsNoReasonToWait() {
        refused(ServerFault.FORBIDDEN, 100);
        rest.failed(new ArchiveException(ServerFault.BUSY, "no header", null));
        assertEquals(0, seconds(Priority.PREFETCH));
    }

    private void refused(ServerFault fault, int seconds) {
        rest.failed(new ArchiveException(fault, "", Duration.ofSeconds(seconds), "refused", null));
    }

    private void pass(int seconds) {
        nanos.addAndGet(seconds * 1_000_000_000L);
    }

    /// Without the last millisecond, which is counted up.
    private long seconds(Priority haste) {
        return rest.millis(haste) / 1000;
    }
}
