package org.readingroom.report.critical;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.readingroom.report.critical.CriticalEvent.Mark;

/// The clock of a loop at one moment, by the desk's wall clock.
///
/// `since` is when the step it runs from happened, `due` when the next is to have happened, `left` the time until
/// then, below zero when it is over. `isDoubted` when the wall clock cannot be right: it stands before something
/// already written down, or the step's own time was in doubt.
// [impl->req~report.critical.clock~1]
public record CriticalClock(
        CriticalState state, Instant since, Instant due, Duration left, Tone tone, boolean isDoubted) {
    /// How loud a clock is.
    public enum Tone {
        QUIET,
        NEAR,
        OVER
    }

    /// Nothing for a loop that waits for nobody, or that only a machine suspects.
    public static Optional<CriticalClock> of(CriticalCase loop, CriticalRules rules, Instant now) {
        CriticalState state = loop.state();
        CriticalLimits limits = loop.finding().limits();
        CriticalKind from =
                state.isUntold() ? CriticalKind.DISCOVERED : loop.step().kind();
        Optional<Duration> limit = switch (state) {
            case DISCOVERED, VERIFIED -> Optional.of(limits.notified());
            case NOTIFIED -> Optional.of(limits.acknowledged());
            case ACKNOWLEDGED -> Optional.of(limits.handled());
            case SUSPECTED, HANDLED, EXCLUDED -> Optional.empty();
        };
        Optional<CriticalEvent> start = loop.last(from);
        if (limit.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        Instant since = start.get().occurredAt();
        Instant due = since.plus(limit.get());
        Duration left = Duration.between(now, due);
        Tone tone = left.isNegative() ? Tone.OVER : left.compareTo(rules.near()) <= 0 ? Tone.NEAR : Tone.QUIET;
        boolean isDoubted = now.isBefore(loop.lastRecorded()) || start.get().is(Mark.CLOCK_DOUBTED);
        return Optional.of(new CriticalClock(state, since, due, left, tone, isDoubted));
    }

    /// How many escalations are due by now.
    public int escalationsDue(CriticalRules rules) {
        return (int) rules.escalations().stream()
                .filter(each -> left.isNegative() && left.negated().compareTo(each.after()) >= 0)
                .count();
    }
}
