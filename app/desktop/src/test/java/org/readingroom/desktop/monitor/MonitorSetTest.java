package org.readingroom.desktop.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitorSetTest {
    private static final Monitor COLOUR = new Monitor(0, 0, 1920, 1080, 1);
    private static final Monitor LEFT = new Monitor(1920, 0, 1536, 2048, 1);
    private static final Monitor RIGHT = new Monitor(3456, 0, 1536, 2048, 1);
    private static final MonitorSet ALL = new MonitorSet(List.of(COLOUR, LEFT, RIGHT));

    // [utest->req~desk.windows-remembered~1]
    @Test
    void theSameScreensAreTheSameSetInWhateverOrder() {
        assertEquals(ALL.fingerprint(), new MonitorSet(List.of(RIGHT, COLOUR, LEFT)).fingerprint());
        assertNotEquals(ALL.fingerprint(), new MonitorSet(List.of(COLOUR, LEFT)).fingerprint());
        assertNotEquals(
                ALL.fingerprint(),
                new MonitorSet(List.of(COLOUR, LEFT, new Monitor(3456, 0, 2048, 1536, 1))).fingerprint(),
                "one was turned");
    }

    @Test
    void aWindowComesBackWhenItsScreenIsGone() {
        WindowPlace onRight = new WindowPlace(3500, 100, 1400, 1800);
        assertEquals(onRight, ALL.seen(onRight));
        MonitorSet alone = new MonitorSet(List.of(COLOUR));
        assertFalse(alone.isVisible(onRight));
        WindowPlace back = alone.seen(onRight);
        assertTrue(alone.isVisible(back));
        assertEquals(new WindowPlace(260, 0, 1400, 1080), back);
    }

    @Test
    void aWindowWhoseEdgeCannotBeTakenHoldOfComesBackToo() {
        assertFalse(ALL.isVisible(new WindowPlace(100, -60, 800, 600)), "its title is above the screen");
        assertFalse(ALL.isVisible(new WindowPlace(-790, 10, 800, 600)), "ten pixels are left of it");
        assertTrue(ALL.isVisible(new WindowPlace(-600, 10, 800, 600)));
    }

    @Test
    void aNewWindowTakesAFreeScreenWholeAndElseHalfOfTheLast() {
        WindowPlace main = new WindowPlace(10, 10, 1800, 1000);
        assertEquals(new WindowPlace(1920, 0, 1536, 2048), ALL.free(List.of(main)));
        WindowPlace second = new WindowPlace(1920, 0, 1536, 2048);
        assertEquals(new WindowPlace(3456, 0, 1536, 2048), ALL.free(List.of(main, second)));
        assertEquals(new WindowPlace(960, 0, 960, 1080), new MonitorSet(List.of(COLOUR)).free(List.of(main)));
    }

    @Test
    void theNextScreenIsTheOneToTheRightAndRoundToTheFirst() {
        assertEquals(new WindowPlace(1920, 0, 1536, 2048), ALL.onNext(new WindowPlace(10, 10, 1800, 1000)));
        assertEquals(new WindowPlace(0, 0, 1920, 1080), ALL.onNext(new WindowPlace(3500, 5, 500, 500)));
    }

    @Test
    void aPlaceIsKeptAsTextAndNothingElseIsRead() {
        WindowPlace place = new WindowPlace(-1920, 30, 1536, 2048);
        assertEquals(Optional.of(place), WindowPlace.read(place.text()));
        for (String bad : List.of("", "1 2 3", "1 2 3 4 5", "a b c d", "1 2 0 4", "1 2 -3 4", "NaN 2 3 4")) {
            assertEquals(Optional.empty(), WindowPlace.read(bad), bad);
        }
    }
}
