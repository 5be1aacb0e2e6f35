package org.readingroom.services.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.LinkProbe.Found;

/// Minutes of a link, step by step of a hundred milliseconds, on a clock of the test's own.
// [utest->req~link.noticed~1]
class LinkWatchTest {
    private static final Instant WALL = Instant.parse("2026-03-02T09:00:00Z");
    private static final long STEP = Duration.ofMillis(100).toNanos();
    private static final Found LOST = Found.lost(ServerFault.UNREACHABLE);

    private final LinkWatch watch = new LinkWatch(LinkKind.RIS, true, WALL, 0);
    private final List<Double> probes = new ArrayList<>();
    private long now;

    @Test
    void anIdleLinkIsAskedEveryTwoSeconds() {
        run(20, Found.WELCOME, 0);
        assertEquals(List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 18.0), probes);
        assertEquals(LinkState.UP, watch.status().state());
    }

    @Test
    void aBusyLinkIsAskedOnceAMinute() {
        for (int tenth = 0; tenth < 1800; tenth++) {
            watch.answered(WALL, now);
            run(0.1, Found.WELCOME, 0);
        }
        assertEquals(List.of(0.0, 60.0, 120.0), probes);
    }

    @Test
    void aLostServerIsAskedEverMoreSlowly() {
        run(120, LOST, 0);
        assertEquals(List.of(0.0, 2.0, 5.0, 9.5, 14.5, 19.5), probes.subList(0, 6));
        assertTrue(probes.size() <= 27, probes.size() + " probes in two minutes");
        assertEquals(LinkState.DOWN, watch.status().state());
    }

    @Test
    void manyFailedRequestsBringNoProbeNearer() {
        run(1, Found.WELCOME, 0);
        for (int tenth = 0; tenth < 600; tenth++) {
            watch.lost("services.server.unreachable", WALL, now);
            run(0.1, LOST, 0);
        }
        assertTrue(probes.size() <= 15, probes::toString);
        for (int i = 1; i < probes.size(); i++) {
            assertTrue(probes.get(i) - probes.get(i - 1) >= 1.9, probes::toString);
        }
    }

    @Test
    void silenceIsALossBeforeFiveSecondsAreOver() {
        run(1.9, Found.WELCOME, 0);
        // The last answer came at 0; from here on a probe takes all its time.
        double lostAt = 0;
        while (watch.status().state() != LinkState.DOWN) {
            run(0.1, Found.lost(ServerFault.SILENT), LinkWatch.PATIENCE.toMillis() / 1000.0);
            lostAt = now / 1e9;
        }
        assertTrue(lostAt <= 5, "noticed after " + lostAt + " s");
        assertEquals("services.server.silent", watch.status().messageKey());
    }

    @Test
    void aFailedRequestCountsAtOnceAndAnAnswerToo() {
        assertTrue(watch.answered(WALL, now));
        assertFalse(watch.answered(WALL, now), "nothing new");
        assertTrue(watch.lost("services.server.silent", WALL.plusSeconds(1), now));
        assertEquals(
                new LinkStatus(LinkKind.RIS, LinkState.DOWN, WALL.plusSeconds(1), "services.server.silent"),
                watch.status());
        assertTrue(watch.answered(WALL.plusSeconds(2), now));
        assertEquals(new LinkStatus(LinkKind.RIS, LinkState.UP, WALL.plusSeconds(2), ""), watch.status());
    }

    @Test
    void aCutLinkIsLeftAloneUntilItIsMended() {
        run(1, Found.WELCOME, 0);
        assertTrue(watch.cut(WALL));
        probes.clear();
        assertFalse(watch.answered(WALL, now), "an answer that was on its way changes nothing");
        assertFalse(watch.lost("services.server.silent", WALL, now));
        run(60, Found.WELCOME, 0);
        assertEquals(List.of(), probes);
        assertEquals(LinkState.CUT, watch.status().state());
        assertTrue(watch.mend(WALL, now));
        run(0.1, Found.WELCOME, 0);
        assertEquals(1, probes.size());
        assertEquals(LinkState.UP, watch.status().state());
    }

    @Test
    void whatIsNotSetIsNeverAsked() {
        LinkWatch none = new LinkWatch(LinkKind.PACS, false, WALL, 0);
        assertTrue(none.untilProbe(Long.MAX_VALUE).isEmpty());
        assertFalse(none.lost("services.server.silent", WALL, 1));
        assertFalse(none.cut(WALL));
        assertEquals(LinkState.NOT_SET, none.status().state());
    }

    /// Lets `seconds` pass; each probe that is due is answered by `found` after `took` seconds.
    private void run(double seconds, Found found, double took) {
        long end = now + Math.round(seconds * 1e9);
        while (now < end) {
            if (watch.untilProbe(now).map(Duration::isZero).orElse(false)) {
                probes.add(now / 1e9);
                watch.probing(now);
                now += Math.round(took * 1e9);
                watch.probed(found, WALL, now);
            }
            now += STEP;
        }
    }
}
