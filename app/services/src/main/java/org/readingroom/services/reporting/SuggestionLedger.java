package org.readingroom.services.reporting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.readingroom.report.register.NotedAct;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.SuggestionTable;
import org.readingroom.viewer.model.WorkstationException;

/// What people did with suggestions: sealed, each with its audit event in one transaction, never changed.
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
// [impl->req~report.suggest.ledger~1]
public final class SuggestionLedger {
    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;
    private final InstantSource clock;

    SuggestionLedger(Database documents, Seal seal, AuditTrail audit, User user, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /// Writes `act` of the signed-in person down.
    public void note(SuggestionAct act) throws WorkstationException {
        String id = UUID.randomUUID().toString();
        Instant at = clock.instant();
        byte[] body = seal.seal(SuggestionActJson.write(act, user.displayName()), context(id));
        AuditTable.Row head = documents.write(t -> {
            AuditTable.Row event = audit.appendIn(
                    t,
                    Action.EXECUTE,
                    "report.suggestion",
                    act.report().value(),
                    Outcome.SUCCESS,
                    act.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + act.source());
            SuggestionTable.insert(
                    t,
                    new SuggestionTable.Row(
                            id,
                            act.report().value(),
                            seal.reference("study", act.study().study().value()),
                            user.id(),
                            at.toEpochMilli(),
                            act.kind().name(),
                            act.source(),
                            act.sourceVersion(),
                            seal.reference("suggestion", act.suggested()),
                            event.sequence(),
                            body));
            return event;
        });
        audit.publish(head);
    }

    /// Oldest first.
    public List<NotedAct> all() throws WorkstationException {
        List<NotedAct> acts = new ArrayList<>();
        for (SuggestionTable.Row row : documents.read(SuggestionTable::all)) {
            acts.add(SuggestionActJson.read(seal.open(row.body(), context(row.id())), Instant.ofEpochMilli(row.at())));
        }
        return acts;
    }

    private static SealContext context(String id) {
        return new SealContext("suggestion_act", "body", id);
    }
}
