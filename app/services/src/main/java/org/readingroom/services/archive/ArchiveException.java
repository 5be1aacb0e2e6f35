package org.readingroom.services.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.WorkstationException;

/// An archive did not do what it was asked for.
public final class ArchiveException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final transient ServerFault fault;

    public ArchiveException(ServerFault fault, String facts, @Nullable Throwable cause) {
        super(fault.messageKey(), List.of(), facts, cause);
        this.fault = fault;
    }

    public ServerFault fault() {
        return fault;
    }
}
