package org.readingroom.services.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.task.LaneRunner;

// [utest->req~fetch.ahead-again~1]
class AheadWatchTest {
    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private final Semaphore begun = new Semaphore(0);

    @AfterEach
    void close() {
        lanes.close();
    }

    private boolean hasBegun(int plans) throws InterruptedException {
        return begun.tryAcquire(plans, 60, TimeUnit.SECONDS);
    }

    @Test
    void itPlansAtOnceAndOnceMoreForAllNewsThatCameMeanwhile() throws Exception {
        Semaphore going = new Semaphore(0);
        try (AheadWatch watch = new AheadWatch(
                () -> {
                    begun.release();
                    going.acquireUninterruptibly();
                },
                lanes,
                Duration.ofHours(1))) {
            watch.begin();
            assertTrue(hasBegun(1), "at once");
            watch.hurry();
            watch.hurry();
            going.release();
            assertTrue(hasBegun(1), "news that came while it planned");
            going.release(9);
            assertFalse(begun.tryAcquire(200, TimeUnit.MILLISECONDS), "both were looked at in one");
        }
    }

    @Test
    void itPlansAgainAndAgainWhateverFails() throws Exception {
        AtomicInteger plans = new AtomicInteger();
        AheadWatch watch = new AheadWatch(
                () -> {
                    begun.release();
                    switch (plans.incrementAndGet()) {
                        case 1 -> throw new ArchiveException(ServerFault.BROKEN, "500", null);
                        case 2 -> throw new IllegalStateException("a bad order");
                        default -> {}
                    }
                },
                lanes,
                Duration.ofMillis(5));
        watch.begin();
        assertTrue(hasBegun(4));
        watch.close();
        Thread.sleep(300);
        int then = plans.get();
        Thread.sleep(50);
        assertEquals(then, plans.get());
    }
}
