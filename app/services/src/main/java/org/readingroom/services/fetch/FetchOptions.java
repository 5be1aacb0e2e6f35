package org.readingroom.services.fetch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How hard the archive is asked.
///
/// `requests` is the most that run at once. `first` and `longest` bound the pause after a failure, `random` spreads it.
/// `watch` is how often the list of a study on screen is asked for again, since it may still be growing.
public record FetchOptions(int requests, Duration first, Duration longest, Duration watch, RandomGenerator random) {
    /// Twice as long after each failure in a row, up to a quarter more or less by chance.
    long pauseMillis(int failures) {
        double millis = Math.min((double) longest.toMillis(), first.toMillis() * Math.pow(2, Math.min(failures, 30)));
        return Math.round(millis * (0.75 + random.nextDouble() / 2));
    }

    /// Chosen: the archives measured give no more with more than eight requests.
    public static FetchOptions defaults() {
        return new FetchOptions(
                8, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(20), RandomGenerator.getDefault());
    }
}
