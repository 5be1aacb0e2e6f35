package org.readingroom.services.remote.http;

import java.time.Duration;

/// How long a server is waited for.
///
/// `connect` to reach it, `stall` without a byte either way, `whole` from the question to the last byte of an answer
/// held in memory and to the head of one that streams.
public record HttpTimes(Duration connect, Duration stall, Duration whole) {
    /// chosen: a loaded archive may think for some seconds before the first byte.
    public static final HttpTimes DEFAULT =
            new HttpTimes(Duration.ofSeconds(4), Duration.ofSeconds(20), Duration.ofSeconds(60));

    /// For a question asked only to see whether somebody answers.
    public static final HttpTimes PROBE =
            new HttpTimes(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3));
}
