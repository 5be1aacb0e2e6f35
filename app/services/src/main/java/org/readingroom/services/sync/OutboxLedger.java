package org.readingroom.services.sync;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.OutboxEventTable;
import org.readingroom.services.store.OutboxPlanTable;
import org.readingroom.services.store.OutboxTable;
import org.readingroom.services.store.ReceiptTable;
import org.readingroom.services.store.ServerReportTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.VersionTable;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.OutboxEvent.Kind;
import org.readingroom.viewer.model.WorkstationException;

/// Writes down what became of the entries of the outbox: each step one transaction, audited where something left
/// the house or a person decided.
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
final class OutboxLedger {
    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final InstantSource clock;

    OutboxLedger(Database documents, Seal seal, AuditTrail audit, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /// Counts an attempt before it is made, so that a program that ends in the middle knows of it. Returns what the
    /// entry rests on.
    Base begin(UUID id) throws WorkstationException {
        String key = id.toString();
        return documents.write(t -> {
            OutboxPlanTable.Row plan = OutboxPlanTable.of(t, key);
            OutboxTable.countAttempt(t, key);
            OutboxPlanTable.save(t, new OutboxPlanTable.Row(key, plan.due(), now(), plan.base()));
            return plan.base().isEmpty() ? Base.NONE : new Base(plan.base(), resourceIn(t, key), digestIn(t, key));
        });
    }

    /// Where the version arrived that both sides agree on, or where the words of somebody else stand.
    private String resourceIn(Transaction transaction, String key) throws WorkstationException {
        String report =
                OutboxTable.byId(transaction, key).map(OutboxTable.Row::report).orElse("");
        Optional<ServerReportTable.Row> ground = ServerReportTable.of(transaction, report);
        int own = ground.map(ServerReportTable.Row::own).orElse(0);
        if (own == 0) {
            return ground.map(ServerReportTable.Row::resource).orElse("");
        }
        for (OutboxTable.Row row : OutboxTable.ofReport(transaction, report, OutboxKinds.REPORT)) {
            Optional<ReceiptTable.Row> receipt = ReceiptTable.of(transaction, row.id());
            if (row.version() == own && receipt.isPresent()) {
                return OutboxJson.receipt(seal.open(receipt.get().body(), context("receipt", row.id())))
                        .resource();
            }
        }
        return "";
    }

    /// Of the version both sides agreed on last; empty when that is in the words of somebody else.
    private static String digestIn(Transaction transaction, String key) throws StoreException {
        String report =
                OutboxTable.byId(transaction, key).map(OutboxTable.Row::report).orElse("");
        int own = ServerReportTable.of(transaction, report)
                .map(ServerReportTable.Row::own)
                .orElse(0);
        return VersionTable.ofReport(transaction, report).stream()
                .filter(version -> version.version() == own)
                .map(VersionTable.Row::digest)
                .findFirst()
                .orElse("");
    }

    void failed(UUID id, SendFault fault, Duration wait) throws WorkstationException {
        String key = id.toString();
        byte[] body = OutboxJson.write(fault.messageKey(), fault.answer());
        documents.write(t -> {
            OutboxPlanTable.Row plan = OutboxPlanTable.of(t, key);
            OutboxPlanTable.save(
                    t,
                    new OutboxPlanTable.Row(key, clock.instant().plus(wait).toEpochMilli(), plan.tried(), plan.base()));
            Optional<OutboxEventTable.Row> last = OutboxEventTable.last(t, key);
            boolean isKnown = last.isPresent()
                    && last.get().kind().equals(Kind.FAILED.name())
                    && java.util.Arrays.equals(seal.open(last.get().body(), context("outbox_event", key)), body);
            if (!isKnown) {
                event(t, key, Kind.FAILED, body);
            }
            return true;
        });
    }

    /// The entry waits for a person from now on.
    void needsPerson(UUID id, State state, SendFault fault) throws WorkstationException {
        String key = id.toString();
        AuditTable.Row head = documents.write(t -> {
            if (OutboxTable.move(t, key, State.WAITING.name(), state.name())) {
                event(
                        t,
                        key,
                        state == State.CONFLICT ? Kind.CONFLICT : Kind.DEAD,
                        OutboxJson.write(fault.messageKey(), fault.answer()));
            }
            return audit.appendIn(t, Action.EXECUTE, "outbox.send", key, Outcome.FAILURE, fault.messageKey());
        });
        audit.publish(head);
    }

    /// Keeps the server's acknowledgement; false when it was there already.
    ///
    /// Versions of the report that were signed meanwhile rest on what the server has now.
    // [impl->req~outbox.acknowledged-once~1]
    boolean acknowledged(OutboxEntry entry, Receipt receipt) throws WorkstationException {
        return acknowledged(entry, receipt, null);
    }

    /// As [#acknowledged(OutboxEntry, Receipt)]; with a `contest` the entry waits for a person although it arrived.
    boolean acknowledged(OutboxEntry entry, Receipt receipt, @Nullable SendFault contest) throws WorkstationException {
        String key = entry.id().toString();
        Optional<AuditTable.Row> head = documents.write(t -> {
            byte[] body = seal.seal(OutboxJson.write(receipt), context("receipt", key));
            boolean isNew = ReceiptTable.insert(t, new ReceiptTable.Row(key, now(), body));
            boolean isMoved = false;
            for (State state : State.values()) {
                // also what a person took out of the queue meanwhile: the server has it, and that is what holds
                boolean isAway = isNew ? state != State.SENT : state.isOpen();
                isMoved |= isAway && OutboxTable.move(t, key, state.name(), State.SENT.name());
            }
            if (isMoved) {
                event(t, key, Kind.SENT, OutboxJson.write("", ""));
            }
            if (contest != null) {
                contestIn(t, key, contest.messageKey());
            }
            if (!isNew) {
                return Optional.empty();
            }
            if (entry.isReport()) {
                rest(t, entry, receipt);
            }
            return Optional.of(audit.appendIn(t, Action.EXECUTE, "outbox.send", key, Outcome.SUCCESS, entry.kind()));
        });
        head.ifPresent(audit::publish);
        return head.isPresent();
    }

    /// What arrived waits for a person from now on; false when it is not among what arrived.
    boolean contest(UUID id, String reasonKey) throws WorkstationException {
        String key = id.toString();
        Optional<AuditTable.Row> head = documents.write(t -> {
            if (!contestIn(t, key, reasonKey)) {
                return Optional.empty();
            }
            return Optional.of(audit.appendIn(t, Action.EXECUTE, "outbox.contest", key, Outcome.SUCCESS, reasonKey));
        });
        head.ifPresent(audit::publish);
        return head.isPresent();
    }

    private boolean contestIn(Transaction transaction, String key, String reasonKey) throws WorkstationException {
        boolean isMoved = OutboxTable.move(transaction, key, State.SENT.name(), State.CONFLICT.name());
        if (isMoved) {
            event(transaction, key, Kind.CONFLICT, OutboxJson.write(reasonKey, ""));
        }
        return isMoved;
    }

    private static void rest(Transaction transaction, OutboxEntry entry, Receipt receipt) throws StoreException {
        ServerReportTable.save(
                transaction,
                new ServerReportTable.Row(
                        entry.report(), receipt.version(), receipt.resource(), entry.reportVersion(), null));
        for (OutboxTable.Row later : OutboxTable.ofReport(transaction, entry.report(), OutboxKinds.REPORT)) {
            if (later.version() > entry.reportVersion()
                    && State.valueOf(later.state()).isOpen()) {
                OutboxPlanTable.Row plan = OutboxPlanTable.of(transaction, later.id());
                OutboxPlanTable.save(
                        transaction, new OutboxPlanTable.Row(later.id(), plan.due(), plan.tried(), receipt.version()));
            }
        }
    }

    /// A person moves an entry; false when it is not where they saw it.
    boolean decide(UUID id, State to, Kind kind, String reason) throws WorkstationException {
        String key = id.toString();
        Optional<AuditTable.Row> head = documents.write(t -> {
            if (!decideIn(t, key, to, kind, reason)) {
                return Optional.empty();
            }
            return Optional.of(audit.appendIn(t, Action.UPDATE, "outbox.decide", key, Outcome.SUCCESS, to.name()));
        });
        head.ifPresent(audit::publish);
        return head.isPresent();
    }

    private boolean decideIn(Transaction transaction, String key, State to, Kind kind, String reason)
            throws WorkstationException {
        boolean isMoved = false;
        for (State from : State.values()) {
            isMoved |= from.isOpen() && OutboxTable.move(transaction, key, from.name(), to.name());
        }
        if (isMoved) {
            event(transaction, key, kind, OutboxJson.write("", reason));
            if (to == State.SET_ASIDE) {
                holdWithIt(transaction, key);
            }
            OutboxPlanTable.Row plan = OutboxPlanTable.of(transaction, key);
            OutboxPlanTable.save(transaction, new OutboxPlanTable.Row(key, 0, plan.tried(), plan.base()));
        }
        return isMoved;
    }

    /// What goes with a version that never reached the server does not leave by itself: a person decides on each.
    private void holdWithIt(Transaction transaction, String key) throws WorkstationException {
        Optional<OutboxTable.Row> aside = OutboxTable.byId(transaction, key);
        if (aside.isEmpty()
                || !aside.get().kind().equals(OutboxKinds.REPORT)
                || ReceiptTable.of(transaction, key).isPresent()) {
            return;
        }
        for (OutboxTable.Row row : OutboxTable.open(transaction)) {
            if (row.report().equals(aside.get().report())
                    && row.version() == aside.get().version()
                    && OutboxTable.move(transaction, row.id(), State.WAITING.name(), State.CONFLICT.name())) {
                event(transaction, row.id(), Kind.CONFLICT, OutboxJson.write("services.outbox.report-aside", ""));
            }
        }
    }

    /// Another version of the report is signed in the place of `id`, in the transaction of that signature.
    void withdrawIn(Transaction transaction, UUID id) throws WorkstationException {
        decideIn(transaction, id.toString(), State.WITHDRAWN, Kind.WITHDRAWN, "");
    }

    private void event(Transaction transaction, String key, Kind kind, byte[] body) throws StoreException {
        OutboxEventTable.insert(
                transaction,
                new OutboxEventTable.Row(key, now(), kind.name(), seal.seal(body, context("outbox_event", key))));
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }

    static SealContext context(String table, String id) {
        return new SealContext(table, "body", id);
    }
}
