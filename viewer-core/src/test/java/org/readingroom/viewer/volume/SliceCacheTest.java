package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.readingroom.viewer.display.FrameUnavailableException;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.testing.TestFrames;

@Timeout(20)
class SliceCacheTest {
    private static final long SLICE_BYTES = 2L * TestFrames.SIDE * TestFrames.SIDE;

    private final TestFrames frames = new TestFrames(5, p -> (int) p.z());
    private final List<ImageFrame> all = frames.set().frames();
    private final AtomicInteger loads = new AtomicInteger();

    private Slice get(SliceCache cache, int frame) throws WorkstationException {
        return cache.slice(all.get(frame), Priority.ON_SCREEN);
    }

    private SliceCache cache(long slices) {
        return new SliceCache(
                (ref, priority) -> {
                    loads.incrementAndGet();
                    return frames.load(ref, priority);
                },
                slices * SLICE_BYTES);
    }

    @Test
    void theLeastRecentlyUsedGoesFirstAndTheBudgetHolds() throws WorkstationException {
        SliceCache cache = cache(3);
        get(cache, 0);
        get(cache, 1);
        get(cache, 2);
        get(cache, 0);
        get(cache, 3);
        assertEquals(3 * SLICE_BYTES, cache.heldBytes());
        assertTrue(cache.held(all.get(0)).isPresent(), "used a moment ago");
        assertFalse(cache.held(all.get(1)).isPresent(), "used longest ago");
        assertEquals(4, loads.get());
        get(cache, 1);
        assertEquals(5, loads.get());
        assertEquals(3 * SLICE_BYTES, cache.heldBytes());
    }

    @Test
    void everyFrameComesWithItsOwnPixels() throws WorkstationException {
        SliceCache cache = cache(2);
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < 5; k++) {
                assertEquals(2 * k, ((GreySlice) get(cache, k)).modalityValue(3, 3));
            }
        }
    }

    @Test
    void aFrameAskedForTwiceAtOnceIsLoadedOnce() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        SliceCache cache = new SliceCache(
                (ref, priority) -> {
                    loads.incrementAndGet();
                    loading.countDown();
                    try {
                        gate.await(60, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return frames.load(ref, priority);
                },
                10 * SLICE_BYTES);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Slice> first = threads.submit(() -> get(cache, 0));
            assertTrue(loading.await(60, TimeUnit.SECONDS));
            Future<Slice> second = threads.submit(() -> get(cache, 0));
            gate.countDown();
            assertSame(first.get(), second.get());
        }
        assertEquals(1, loads.get());
    }

    @Test
    void whatCouldNotBeLoadedIsAskedForAgain() throws WorkstationException {
        SliceCache cache = new SliceCache(
                (ref, priority) -> {
                    if (loads.incrementAndGet() == 1) {
                        throw new FrameUnavailableException("viewer.frame.failed", "not yet", null);
                    }
                    return frames.load(ref, priority);
                },
                10 * SLICE_BYTES);
        assertThrows(FrameUnavailableException.class, () -> get(cache, 0));
        assertEquals(0, ((GreySlice) get(cache, 0)).modalityValue(0, 0));
        assertEquals(SLICE_BYTES, cache.heldBytes());
    }

    /// A unit changed to and fro gives up loads that the next view of the set has joined.
    @Test
    void whoWaitsForALoadThatIsGivenUpLoadsItself() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        SliceCache cache = new SliceCache(
                (ref, priority) -> {
                    if (loads.incrementAndGet() == 1) {
                        loading.countDown();
                        try {
                            new CountDownLatch(1).await(60, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        throw new FrameUnavailableException("services.frame.given-up", "given up", null);
                    }
                    return frames.load(ref, priority);
                },
                10 * SLICE_BYTES);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Slice> first = threads.submit(() -> get(cache, 3));
            assertTrue(loading.await(60, TimeUnit.SECONDS));
            CountDownLatch asking = new CountDownLatch(1);
            Future<Slice> second = threads.submit(() -> {
                asking.countDown();
                return get(cache, 3);
            });
            assertTrue(asking.await(60, TimeUnit.SECONDS));
            first.cancel(true);
            assertEquals(6, ((GreySlice) second.get(60, TimeUnit.SECONDS)).modalityValue(0, 0));
        }
        assertEquals(2, loads.get());
    }
}
