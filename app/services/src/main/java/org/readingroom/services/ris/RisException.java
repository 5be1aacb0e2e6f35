package org.readingroom.services.ris;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.WorkstationException;

/// A RIS did not do what it was asked for. `answer` holds the server's own words, for the person who resolves it;
/// they may name a patient and never go into a log.
public final class RisException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final transient ServerFault fault;
    private final String answer;

    public RisException(ServerFault fault, String answer, String facts, @Nullable Throwable cause) {
        super(fault.messageKey(), List.of(), facts, cause);
        this.fault = fault;
        this.answer = answer;
    }

    public ServerFault fault() {
        return fault;
    }

    public String answer() {
        return answer;
    }
}
