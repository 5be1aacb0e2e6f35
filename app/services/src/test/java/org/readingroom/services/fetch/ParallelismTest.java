package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

// [utest->req~fetch.adaptive~1]
class ParallelismTest {
    private static final long WINDOW = 400_000_000;

    /// Lets a server answer for a while that gives `rate` bytes a window at so many requests.
    private static Parallelism after(int windows, IntUnaryOperator rate) {
        Parallelism places = new Parallelism(8);
        places.came(0, 0);
        for (int i = 1; i <= windows; i++) {
            places.came(rate.applyAsInt(places.now()), i * WINDOW);
        }
        return places;
    }

    @Test
    void aServerThatGivesMoreToMoreRequestsGetsMore() {
        assertTrue(after(12, requests -> 1000 * requests).now() >= 7);
    }

    @Test
    void aLinkThatIsFullGetsNoMoreThanFillIt() {
        int most = 0;
        for (int windows = 20; windows < 30; windows++) {
            most = Math.max(
                    most,
                    after(windows, requests -> 1000 * Math.min(requests, 2)).now());
        }
        assertTrue(most <= 4, "held at " + most);
    }

    @Test
    void aBusyServerGetsHalf() {
        Parallelism places = after(12, requests -> 1000 * requests);
        int before = places.now();
        places.busy();
        assertEquals(before / 2, places.now());
        for (int i = 0; i < 10; i++) {
            places.busy();
        }
        assertEquals(1, places.now());
    }
}
