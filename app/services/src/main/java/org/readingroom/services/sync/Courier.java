package org.readingroom.services.sync;

import org.readingroom.viewer.model.WorkstationException;

/// Takes finished bytes to one server.
///
/// **Thread:** that of the sender; blocks; an interrupt gives the request up.
@FunctionalInterface
public interface Courier {
    /// Sends `body` and returns when the server has acknowledged it.
    ///
    /// What was sent before is not sent again: a courier asked to [Parcel#mayBeThere] looks first.
    ///
    /// **Errors:** [SendFault] says what is to be done next.
    Receipt send(Parcel parcel) throws WorkstationException;

    /// One sending. `base` is what the words rest on at the server. `mayBeThere` is true when an earlier attempt may
    /// have reached the server unnoticed.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Parcel(OutboxEntry entry, byte[] body, Base base, boolean mayBeThere) {}
}
