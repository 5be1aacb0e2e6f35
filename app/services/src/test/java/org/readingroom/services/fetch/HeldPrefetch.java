package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// An archive that hands out twenty instances of one study, waits for the click, hands out some more slowly, which is
/// time to give way, and then waits until the test has seen what it wanted: the study is never whole before, however
/// slow the test is.
final class HeldPrefetch implements TestArchive.Meddler {
    private static final int BEFORE_CLICK = 20;
    private static final int BEFORE_SEEN = 60;

    private final StudyUid study;
    private final AtomicInteger handedOut = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(BEFORE_CLICK);
    private final CountDownLatch clicked = new CountDownLatch(1);
    private final CountDownLatch seen = new CountDownLatch(1);

    HeldPrefetch(StudyUid study) {
        this.study = study;
    }

    @Override
    public List<byte[]> handOut(SopInstanceUid instance, byte[] file) {
        if (instance.value().startsWith(study.value() + ".")) {
            int number = handedOut.incrementAndGet();
            begun.countDown();
            if (number > BEFORE_CLICK) {
                await(clicked, Duration.ofMinutes(1));
                // shorter than the test waits for the click to be served, should that come late
                await(seen, number > BEFORE_SEEN ? Duration.ofSeconds(20) : Duration.ofMillis(50));
            }
        }
        return List.of(file);
    }

    void awaitBegun() throws InterruptedException {
        assertTrue(begun.await(60, TimeUnit.SECONDS), "the fetch never began");
    }

    void clicked() {
        clicked.countDown();
    }

    void seen() {
        seen.countDown();
    }

    private static void await(CountDownLatch latch, Duration longest) {
        try {
            latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
