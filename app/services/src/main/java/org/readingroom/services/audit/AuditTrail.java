package org.readingroom.services.audit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The trail as the rest of the program sees it: append, read, verify (clauses G4, G12, G16, G30 to G33).
///
/// **Thread:** any but `fx` and `gl`; blocks until the event is durable.
public final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final Database documents;
    private final Seal seal;
    private final AuditAnchor anchor;
    private final InstantSource clock;
    private final String userId;

    public AuditTrail(
            Database documents, Seal seal, Path anchorFile, WriteProbe probe, InstantSource clock, String userId) {
        this.documents = documents;
        this.seal = seal;
        this.anchor = new AuditAnchor(seal, anchorFile, probe);
        this.clock = clock;
        this.userId = userId;
    }

    /// Appends an event of the signed-in user. `objectId` is hashed with the home's key before it is kept.
    public void append(Action action, String type, @Nullable String objectId, Outcome outcome, String detail)
            throws WorkstationException {
        publish(documents.write(t -> appendIn(t, action, type, objectId, outcome, detail)));
    }

    /// Appends that `action` failed with `fault`, which the caller throws on. Trouble with the trail is added to the
    /// fault and does not take its place.
    public void appendFailure(Action action, String type, @Nullable String objectId, Exception fault) {
        String detail = fault instanceof WorkstationException known
                ? known.messageKey()
                : fault.getClass().getSimpleName();
        try {
            append(action, type, objectId, Outcome.FAILURE, detail);
        } catch (WorkstationException | RuntimeException unnoted) {
            fault.addSuppressed(unnoted);
        }
    }

    /// Appends as part of a larger transaction; [#publish] is to follow its commit.
    public AuditTable.Row appendIn(
            Transaction transaction,
            Action action,
            String type,
            @Nullable String objectId,
            Outcome outcome,
            String detail)
            throws StoreException {
        String object = objectId == null ? null : HexFormat.of().formatHex(seal.reference("audit", objectId));
        AuditTable.Row head = AuditChain.append(
                transaction, new AuditEvent(0, clock.instant(), userId, action, type, object, outcome, detail));
        anchor.move(transaction, head);
        return head;
    }

    /// Moves the anchor outside the database. The event itself is safe already, so trouble is only logged:
    /// the next event moves the anchor on.
    public void publish(AuditTable.Row head) {
        try {
            anchor.publish(head);
        } catch (StoreException e) {
            LOG.warn("the audit anchor was not moved to event {}: {}", head.sequence(), e.getMessage());
        }
    }

    /// Appends what happened before anybody's keys were open; the next session's first event anchors it.
    public static void appendAtDoor(
            Database documents, InstantSource clock, String userId, String type, Outcome outcome, String detail)
            throws WorkstationException {
        documents.write(t -> AuditChain.append(
                t, new AuditEvent(0, clock.instant(), userId, Action.EXECUTE, type, null, outcome, detail)));
    }

    /// Records, before the anchors are moved on, that they do not fit the trail.
    // [impl->req~audit.anchor~1]
    public void noteIfAnchorsDoNotHold() throws WorkstationException {
        List<AuditVerdict.Finding> findings = new AuditVerifier(documents, anchor).verifyAnchors();
        for (AuditVerdict.Finding finding : findings) {
            append(Action.EXECUTE, "audit.anchor", null, Outcome.FAILURE, finding.messageKey());
        }
    }

    /// The newest `limit` events, newest first.
    public List<AuditEvent> latest(int limit) throws WorkstationException {
        return documents.read(t -> AuditTable.latest(t, limit)).stream()
                .map(AuditTrail::event)
                .toList();
    }

    /// Checks the whole chain and its anchors.
    public AuditVerdict verify() throws WorkstationException {
        return new AuditVerifier(documents, anchor).verify();
    }

    private static AuditEvent event(AuditTable.Row row) {
        return new AuditEvent(
                row.sequence(),
                java.time.Instant.ofEpochMilli(row.time()),
                row.user(),
                Action.ofCode(row.action()),
                row.type(),
                row.object(),
                Outcome.valueOf(row.outcome()),
                row.detail());
    }
}
