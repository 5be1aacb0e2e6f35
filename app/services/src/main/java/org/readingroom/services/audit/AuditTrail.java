package org.readingroom.services.audit;

import java.util.List;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.viewer.model.WorkstationException;

/// The trail as the rest of the program sees it: append, read, verify.
public final class AuditTrail {
    AuditTrail() {}

    /// Appends an event of the signed-in user. `objectId` is hashed before it is kept.
    public void append(Action action, String type, String objectId, Outcome outcome, String detail)
            throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// The newest `limit` events, newest first.
    public List<AuditEvent> latest(int limit) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// Checks the whole chain and its anchors.
    public AuditVerdict verify() throws WorkstationException {
        throw new UnsupportedOperationException();
    }
}
