package org.readingroom.services.sync;

import java.util.List;
import java.util.UUID;
import org.readingroom.viewer.model.WorkstationException;

/// What was signed here and waits for the hospital's servers, oldest first.
public final class Outbox {
    Outbox() {}

    public List<OutboxEntry> entries() throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// The bytes exactly as they will be sent.
    public byte[] body(UUID id) throws WorkstationException {
        throw new UnsupportedOperationException();
    }
}
