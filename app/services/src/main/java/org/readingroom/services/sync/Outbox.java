package org.readingroom.services.sync;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.OutboxTable;
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

    public Outbox(Database documents, Seal seal) {
        this.documents = documents;
        this.seal = seal;
    }

    public List<OutboxEntry> entries() throws WorkstationException {
        List<OutboxEntry> entries = new ArrayList<>();
        for (OutboxTable.Row row : documents.read(OutboxTable::all)) {
            String study = new String(seal.open(row.subject(), context("subject", row.id())), StandardCharsets.UTF_8);
            entries.add(new OutboxEntry(
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
                    row.bytes()));
        }
        return List.copyOf(entries);
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

    private static SealContext context(String column, String id) {
        return new SealContext("outbox", column, id);
    }
}
