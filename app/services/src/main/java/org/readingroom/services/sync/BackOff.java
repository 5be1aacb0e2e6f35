package org.readingroom.services.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after the n-th failure: doubling from `first` up to `most`, with a random part so that many
/// desks do not come back in step.
public record BackOff(Duration first, Duration most, RandomGenerator random) {
    /// chosen: a blink of the network is over in seconds; five minutes keep a desk's load on a sick server low.
    public static BackOff usual(RandomGenerator random) {
        return new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(5), random);
    }

    /// Between half of the step and the whole of it.
    public Duration after(int failures) {
        int doublings = Math.clamp(failures - 1L, 0, 30);
        long step = Math.min(most.toMillis(), first.toMillis() << Math.min(doublings, 30));
        return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
    }

    /// As [#after(int)], and never before the server wants to be asked again.
    public Duration after(int failures, Duration asked) {
        Duration own = after(failures);
        // the random part comes on top, else all desks come back at the second the server named
        Duration named = asked.plusMillis(random.nextLong(Math.clamp(asked.toMillis() / 10, 1, 10_000)));
        return own.compareTo(named) > 0 ? own : named;
    }
}
