package org.readingroom.services.sync;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportId;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.OutboxEventTable;
import org.readingroom.services.store.OutboxPlanTable;
import org.readingroom.services.store.OutboxTable;
import org.readingroom.services.store.ReceiptTable;
import org.readingroom.services.store.ServerReportTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What was signed or made here and waits for the hospital's servers, oldest first.
///
/// **Thread:** any but `fx` and `gl`; blocks.
public final class Outbox {
    private final Database documents;
    private final Seal seal;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Outbox(Database documents, Seal seal) {
        this.documents = documents;
        this.seal = seal;
    }

    public List<OutboxEntry> entries() throws WorkstationException {
        List<OutboxEntry> entries = new ArrayList<>();
        for (OutboxTable.Row row : documents.read(OutboxTable::all)) {
            entries.add(entryOf(row));
        }
        return List.copyOf(entries);
    }

    /// The ids of the filings of a report, whatever became of them, oldest first.
    public List<UUID> filings(ReportId report) throws WorkstationException {
        return documents.read(t -> OutboxTable.ofReport(t, report.value(), OutboxKinds.REPORT)).stream()
                .map(row -> UUID.fromString(row.id()))
                .toList();
    }

    /// The ids of what was told of one version of a report beside it, whatever became of them, oldest first.
    public List<UUID> told(ReportId report, int version, String kind) throws WorkstationException {
        return documents.read(t -> OutboxTable.ofReport(t, report.value(), kind)).stream()
                .filter(row -> row.version() == version)
                .map(row -> UUID.fromString(row.id()))
                .toList();
    }

    /// Those that wait for a person's decision, oldest first.
    public List<OutboxEntry> deadLetters() throws WorkstationException {
        List<OutboxEntry> entries = new ArrayList<>();
        for (OutboxTable.Row row : documents.read(OutboxTable::open)) {
            if (OutboxEntry.State.valueOf(row.state()).needsPerson()) {
                entries.add(entryOf(row));
            }
        }
        return List.copyOf(entries);
    }

    /// **Errors:** `services.outbox.unknown`.
    public OutboxEntry entry(UUID id) throws WorkstationException {
        return entryOf(documents.read(t -> row(t, id)));
    }

    /// What happened to an entry so far.
    public OutboxStory story(UUID id) throws WorkstationException {
        record Found(
                OutboxTable.Row row,
                OutboxPlanTable.Row plan,
                List<OutboxEventTable.Row> events,
                Optional<ReceiptTable.Row> receipt,
                Optional<OutboxTable.Row> before) {}
        String key = id.toString();
        Found found = documents.read(t -> {
            OutboxTable.Row row = row(t, id);
            boolean isOpen = OutboxEntry.State.valueOf(row.state()).isOpen();
            return new Found(
                    row,
                    OutboxPlanTable.of(t, key),
                    OutboxEventTable.of(t, key),
                    ReceiptTable.of(t, key),
                    isOpen
                            ? SendingOrder.before(row, OutboxTable.open(t), Set.of(SendingOrder.RIS))
                            : Optional.empty());
        });
        List<OutboxEvent> events = new ArrayList<>();
        for (OutboxEventTable.Row row : found.events()) {
            events.add(event(row));
        }
        Optional<ReceiptTable.Row> receipt = found.receipt();
        return new OutboxStory(
                entryOf(found.row()),
                events,
                instant(found.plan().tried()),
                found.row().state().equals(OutboxEntry.State.WAITING.name())
                        ? instant(found.plan().due())
                        : null,
                receipt.isEmpty() ? Optional.empty() : Optional.of(receipt(receipt.get())),
                found.before().isEmpty()
                        ? Optional.empty()
                        : Optional.of(entryOf(found.before().get())));
    }

    /// The server's acknowledgement; nothing before it came.
    public Optional<Receipt> receipt(UUID id) throws WorkstationException {
        Optional<ReceiptTable.Row> row = documents.read(t -> ReceiptTable.of(t, id.toString()));
        return row.isEmpty() ? Optional.empty() : Optional.of(receipt(row.get()));
    }

    /// Calls `listener` whenever something new waits, on any thread, until it is forgotten.
    public void onQueued(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /// To be called when a transaction that put something in is through.
    public void queued() {
        listeners.forEach(Runnable::run);
    }

    /// When the RIS issued each version it has, by its own clock; the key is `report/version`.
    public Map<String, Instant> issued() throws WorkstationException {
        Map<String, Instant> issued = new HashMap<>();
        for (ReceiptTable.Issued row : documents.read(t -> ReceiptTable.ofKind(t, OutboxKinds.REPORT))) {
            Instant at = receipt(row.receipt()).issued();
            issued.put(
                    row.report() + "/" + row.version(),
                    at == null ? Instant.ofEpochMilli(row.receipt().at()) : at);
        }
        return issued;
    }

    /// The versions in whose place another one is to be signed, as `report/version`.
    public Set<String> withdrawn() throws WorkstationException {
        Set<String> withdrawn = new HashSet<>();
        for (OutboxTable.Row row : documents.read(OutboxTable::withdrawn)) {
            if (row.kind().equals(OutboxKinds.REPORT)) {
                withdrawn.add(row.report() + "/" + row.version());
            }
        }
        return withdrawn;
    }

    OutboxEntry entryOf(OutboxTable.Row row) throws WorkstationException {
        String study = new String(seal.open(row.subject(), context("subject", row.id())), StandardCharsets.UTF_8);
        return new OutboxEntry(
                UUID.fromString(row.id()),
                new StudyUid(study),
                row.report(),
                row.version(),
                row.kind(),
                row.mediaType(),
                row.target(),
                Instant.ofEpochMilli(row.created()),
                OutboxEntry.State.valueOf(row.state()),
                row.attempts(),
                row.bytes());
    }

    OutboxEvent event(OutboxEventTable.Row row) throws WorkstationException {
        return OutboxJson.event(
                Instant.ofEpochMilli(row.at()),
                OutboxEvent.Kind.valueOf(row.kind()),
                seal.open(row.body(), OutboxLedger.context("outbox_event", row.entry())));
    }

    private Receipt receipt(ReceiptTable.Row row) throws WorkstationException {
        return OutboxJson.receipt(seal.open(row.body(), OutboxLedger.context("receipt", row.entry())));
    }

    private static OutboxTable.Row row(Transaction transaction, UUID id) throws WorkstationException {
        return OutboxTable.byId(transaction, id.toString())
                .orElseThrow(() -> new WorkstationException("services.outbox.unknown", "no such outbox entry"));
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /// The bytes exactly as they will be sent.
    public byte[] body(UUID id) throws WorkstationException {
        byte[] sealed = documents
                .read(t -> OutboxTable.body(t, id.toString()))
                .orElseThrow(() -> new WorkstationException("services.outbox.unknown", "no such outbox entry"));
        return seal.open(sealed, context("body", id.toString()));
    }

    /// Puts finished bytes into the outbox as part of the transaction that signs or makes them.
    public void putIn(Transaction transaction, OutboxEntry entry, byte[] body) throws StoreException {
        String id = entry.id().toString();
        byte[] study = seal.reference("study", entry.study().value());
        byte[] subject = seal.seal(entry.study().value().getBytes(StandardCharsets.UTF_8), context("subject", id));
        OutboxTable.insert(
                transaction,
                new OutboxTable.Row(
                        id,
                        entry.report(),
                        entry.reportVersion(),
                        study,
                        entry.kind(),
                        entry.mediaType(),
                        entry.target(),
                        entry.created().toEpochMilli(),
                        body.length,
                        entry.state().name(),
                        entry.attempts(),
                        subject),
                seal.seal(body, context("body", id)));
    }

    /// As [#putIn(Transaction, OutboxEntry, byte[])], for the next version of a report: it rests on what the server
    /// was last known to hold.
    public void putVersionIn(Transaction transaction, OutboxEntry entry, byte[] body) throws StoreException {
        putIn(transaction, entry, body);
        String base = ServerReportTable.of(transaction, entry.report())
                .map(ServerReportTable.Row::version)
                .orElse("");
        OutboxPlanTable.save(transaction, new OutboxPlanTable.Row(entry.id().toString(), 0, 0, base));
    }

    private static SealContext context(String column, String id) {
        return new SealContext("outbox", column, id);
    }
}
