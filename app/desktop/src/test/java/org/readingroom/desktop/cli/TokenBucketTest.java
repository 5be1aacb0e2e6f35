package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(5 * SECOND);
    /// A thousand bytes a second, two hundred at once.
    private final TokenBucket bucket = new TokenBucket(1000, 200, now::get);

    @Test
    void aBurstPassesAtOnceAndTheRestAtTheRate() {
        assertEquals(now.get(), bucket.due(200));
        assertEquals(now.get() + SECOND / 2, bucket.due(500));
        assertEquals(now.get() + SECOND, bucket.due(500));
    }

    @Test
    void aRestFillsTheBurstAgainAndNoMore() {
        bucket.due(200);
        now.addAndGet(60 * SECOND);
        assertEquals(now.get() + SECOND, bucket.due(1200));
    }
}
