package org.readingroom.services.remote.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.WorkstationException;

/// A server did not do what it was asked for.
///
/// `status` is 0 when there was no answer. `answer` holds the server's own words, at most 64 KiB of them; they may
/// name a patient and never go into a log.
public final class HttpFaultException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final transient ServerFault fault;
    private final int status;
    private final String answer;
    private final transient @Nullable Duration retryAfter;

    HttpFaultException(
            ServerFault fault,
            int status,
            String answer,
            @Nullable Duration retryAfter,
            String facts,
            @Nullable Throwable cause) {
        super(fault.messageKey(), List.of(), facts, cause);
        this.fault = fault;
        this.status = status;
        this.answer = answer;
        this.retryAfter = retryAfter;
    }

    /// An answer that came whole and is not what it should be.
    public static HttpFaultException garbled(String facts, @Nullable Throwable cause) {
        return new HttpFaultException(ServerFault.GARBLED, 0, "", null, facts, cause);
    }

    public ServerFault fault() {
        return fault;
    }

    public int status() {
        return status;
    }

    public String answer() {
        return answer;
    }

    /// How long the server wants to be left alone, by its own clock; an hour at most.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
