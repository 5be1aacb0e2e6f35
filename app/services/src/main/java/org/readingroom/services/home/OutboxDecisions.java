package org.readingroom.services.home;

import java.util.UUID;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.WorkstationException;

/// What the person who is signed in decides on entries of the outbox.
///
/// Taking an entry out for good keeps a report from the hospital: the one who signed it may, and a senior
/// physician (clause B8); what goes with no version, any radiologist. Sending again may anybody, it changes nothing.
///
/// **Thread:** any but `fx` and `gl`.
// [impl->req~outbox.aside-by-right~1]
public final class OutboxDecisions {
    private final Session session;

    public OutboxDecisions(Session session) {
        this.session = session;
    }

    /// False when there is nothing left to send.
    public boolean retry(UUID id) throws WorkstationException {
        return session.hospital().sender().retry(id);
    }

    /// False when it was sent already.
    ///
    /// **Errors:** `services.outbox.not-yours`, `services.outbox.reason-missing`.
    public boolean setAside(UUID id, String reason) throws WorkstationException {
        if (!mayEnd(session.outbox().entry(id))) {
            throw new WorkstationException("services.outbox.not-yours", "set aside by somebody without the right");
        }
        return session.hospital().sender().setAside(id, reason);
    }

    private boolean mayEnd(OutboxEntry entry) throws WorkstationException {
        User user = session.user();
        if (user.has(Role.SENIOR)) {
            return true;
        }
        if (entry.report().isEmpty()) {
            return user.has(Role.RADIOLOGIST);
        }
        return session.reports().versions(entry.study()).stream()
                .anyMatch(signed -> signed.report().id().value().equals(entry.report())
                        && signed.act().version() == entry.reportVersion()
                        && signed.act().author().userId().equals(user.id()));
    }
}
