package org.readingroom.report.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.critical.CriticalClock.Tone;

// [utest->req~report.critical.clock~1]
// [utest->req~report.critical.rate~1]
class CriticalClockTest {
    private final CriticalRules rules = CriticalRules.shipped();
    private final Loops loops = new Loops();

    private CriticalClock clock() {
        return CriticalClock.of(loops.loop(0), rules, loops.now).orElseThrow();
    }

    @Test
    void isQuietUntilNearAndOverOnlyBeyondTheLimit() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.after(Duration.ofSeconds(6 * 60 + 59));
        assertThat(clock().tone()).isEqualTo(Tone.QUIET);
        loops.after(Duration.ofSeconds(1));
        assertThat(clock().tone()).isEqualTo(Tone.NEAR);
        assertThat(clock().left()).isEqualTo(Duration.ofMinutes(3));
        loops.after(Duration.ofMinutes(3));
        assertThat(clock().tone()).isEqualTo(Tone.NEAR);
        assertThat(clock().escalationsDue(rules)).isZero();
        loops.after(Duration.ofMillis(1));
        assertThat(clock().tone()).isEqualTo(Tone.OVER);
        assertThat(clock().escalationsDue(rules)).isEqualTo(1);
        loops.after(Duration.ofMinutes(10));
        assertThat(clock().escalationsDue(rules)).isEqualTo(2);
    }

    @Test
    void verifyingDoesNotStartTheClockAnewAndTellingStartsTheNextOne() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.after(Duration.ofMinutes(4)).perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        assertThat(clock().due()).isEqualTo(Instant.parse("2026-11-30T02:10:00Z"));
        loops.after(Duration.ofMinutes(2)).perform(0, Loops.told(), Loops.RESIDENT);
        assertThat(clock().due()).isEqualTo(Instant.parse("2026-11-30T02:16:00Z"));
        loops.after(Duration.ofMinutes(1)).perform(0, CriticalAct.of(CriticalKind.ACKNOWLEDGED), Loops.WARD);
        assertThat(clock().due()).isEqualTo(Instant.parse("2026-11-30T02:37:00Z"));
        loops.perform(0, CriticalAct.of(CriticalKind.HANDLED).saying("x"), Loops.WARD);
        assertThat(CriticalClock.of(loops.loop(0), rules, loops.now)).isEmpty();
    }

    @Test
    void saysThatTheWallClockWentBack() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        assertThat(clock().isDoubted()).isFalse();
        loops.after(Duration.ofSeconds(-1));
        assertThat(clock().isDoubted()).isTrue();
    }

    /// By hand: told after 9:59 and 10:00 in time, after 10:01 late; never told and 11 minutes old late; never told
    /// and 5 minutes old open; a clock that went back uncertain; 11 minutes old and not verified late; excluded not
    /// counted. 2 of 6 are a third.
    @Test
    void countsTheShareWithinTenMinutesByHand() {
        int index = 0;
        for (int seconds : List.of(599, 600, 601)) {
            begin(index);
            loops.after(Duration.ofSeconds(seconds)).perform(index, Loops.told(), Loops.RESIDENT);
            index++;
        }
        begin(index);
        loops.after(Duration.ofSeconds(-5)).perform(index++, Loops.told(), Loops.RESIDENT);
        loops.begin(found(index), Loops.RESIDENT);
        loops.perform(index++, CriticalAct.of(CriticalKind.EXCLUDED).saying("x"), Loops.SENIOR);
        loops.begin(found(index++), Loops.RESIDENT);
        begin(index++);
        loops.after(Duration.ofMinutes(6));
        begin(index);
        loops.after(Duration.ofMinutes(5));

        List<CriticalTime> times = CriticalRate.times(loops.all());
        assertThat(times).hasSize(7);
        assertThat(times.getFirst().discoveredBy()).isEqualTo("住院甲");
        assertThat(times.getFirst().notifiedTo()).isEqualTo("护士丁");
        assertThat(times.getFirst().took()).contains(Duration.ofSeconds(599));
        CriticalRate rate = CriticalRate.of(times, CriticalRate.TEN_MINUTES, loops.now);
        assertThat(rate).isEqualTo(new CriticalRate(2, 3, 1, 1));
        assertThat(rate.percent()).isEqualTo(100.0 / 3);
        assertThat(CriticalRate.of(List.of(), CriticalRate.TEN_MINUTES, loops.now)
                        .percent())
                .isZero();
    }

    /// One told at once; one that no senior looks at: it is late from the first moment after 10 minutes, so that 1 of
    /// 2 is 50 %, and gone when it is excluded after all. What only a machine suspects never counts.
    @Test
    void whatNobodyVerifiedIsLateOnceItsTimeIsOver() {
        begin(0);
        loops.perform(0, Loops.told(), Loops.RESIDENT);
        loops.begin(found(1), Loops.RESIDENT);
        loops.begin(CriticalAct.suspected(Loops.finding("2.25.9", "pulmonary-embolism", "疑似")), Loops.AI);
        loops.after(Duration.ofMinutes(10));
        assertThat(rate()).isEqualTo(new CriticalRate(1, 0, 0, 1));
        assertThat(rate().percent()).isEqualTo(100.0);
        loops.after(Duration.ofMillis(1));
        assertThat(rate()).isEqualTo(new CriticalRate(1, 1, 0, 0));
        assertThat(rate().percent()).isEqualTo(50.0);
        loops.perform(1, CriticalAct.of(CriticalKind.EXCLUDED).saying("伪影"), Loops.SENIOR);
        assertThat(rate()).isEqualTo(new CriticalRate(1, 0, 0, 0));
    }

    private CriticalRate rate() {
        return CriticalRate.of(CriticalRate.times(loops.all()), CriticalRate.TEN_MINUTES, loops.now);
    }

    @Test
    void aCallEnteredLaterCountsByWhenItWasMade() {
        begin(0);
        loops.after(Duration.ofHours(3))
                .perform(0, Loops.told().at(Loops.START.plus(Duration.ofMinutes(7))), Loops.RESIDENT);
        CriticalTime time = CriticalRate.times(loops.all()).getFirst();
        assertThat(time.took()).contains(Duration.ofMinutes(7));
        assertThat(time.isBackfilled()).isTrue();
    }

    private void begin(int index) {
        loops.begin(found(index), Loops.RESIDENT);
        loops.perform(index, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
    }

    private static CriticalAct found(int index) {
        return CriticalAct.found(Loops.finding("2.25." + (index + 1), "pulmonary-embolism", "充盈缺损"));
    }
}
