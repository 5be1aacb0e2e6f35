package org.readingroom.services.remote.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the header Retry-After.
///
/// **Source:** RFC 9110 section 10.2.3.
final class RetryAfter {
    /// chosen: a server that asks for more has a clock of its own kind, or is to be looked at by a person.
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /// Null when `answer` says nothing. A date is held against the server's own clock, not ours.
    static @Nullable Duration of(HttpAnswer answer, Instant now) {
        String value = answer.header("Retry-After").map(String::strip).orElse("");
        if (!value.isEmpty() && value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return within(Duration.ofSeconds(Long.parseLong(value)));
        }
        Optional<Instant> at = HttpAnswer.time(value);
        return at.map(instant -> within(Duration.between(answer.serverTime().orElse(now), instant)))
                .orElse(null);
    }

    private static Duration within(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
