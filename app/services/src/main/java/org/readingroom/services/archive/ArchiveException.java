package org.readingroom.services.archive;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.WorkstationException;

/// An archive did not do what it was asked for. `answer` holds the server's own words, for the person who resolves it;
/// they may name a patient and never go into a log.
public final class ArchiveException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final transient ServerFault fault;
    private final String answer;
    private final transient @Nullable Duration retryAfter;

    public ArchiveException(ServerFault fault, String facts, @Nullable Throwable cause) {
        this(fault, "", null, facts, cause);
    }

    public ArchiveException(
            ServerFault fault, String answer, @Nullable Duration retryAfter, String facts, @Nullable Throwable cause) {
        super(fault.messageKey(), List.of(), facts, cause);
        this.fault = fault;
        this.answer = answer;
        this.retryAfter = retryAfter;
    }

    public ServerFault fault() {
        return fault;
    }

    public String answer() {
        return answer;
    }

    /// How long the server wants to be left alone.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
