package org.readingroom.services.testing;

import java.time.Duration;
import java.util.concurrent.CyclicBarrier;

/// What a [FhirDouble] does wrong with one request.
public sealed interface FhirFault {
    /// Answers `code` and does nothing; a `retryAfterSeconds` of 0 sends no Retry-After.
    record Status(int code, int retryAfterSeconds) implements FhirFault {}

    /// Waits before it does what it was asked for.
    record Stall(Duration time) implements FhirFault {}

    /// Waits until as many requests are there as `barrier` wants, then does them all.
    record Meet(CyclicBarrier barrier) implements FhirFault {}

    /// Hangs up and does nothing.
    record LoseRequest() implements FhirFault {}

    /// Does it, then hangs up without a word.
    record LoseReply() implements FhirFault {}

    /// Does it, promises the whole answer and sends half.
    record CutReply() implements FhirFault {}

    /// Does it, and answers with a page of HTML under status 200.
    record Garbage() implements FhirFault {}

    /// Does nothing and sends elsewhere.
    record Redirect(String location) implements FhirFault {}

    static FhirFault status(int code) {
        return new Status(code, 0);
    }
}
