package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;

/// The story of the entries of the outbox; it only grows.
public final class OutboxEventTable {
    private OutboxEventTable() {}

    public record Row(String entry, long at, String kind, byte[] body) {}

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO outbox_event(entry, at, kind, body) VALUES (?,?,?,?)",
                row.entry,
                row.at,
                row.kind,
                row.body);
    }

    /// Oldest first.
    public static List<Row> of(Transaction transaction, String entry) throws StoreException {
        return transaction.query(
                "SELECT entry, at, kind, body FROM outbox_event WHERE entry = ? ORDER BY sequence",
                r -> new Row(r.getString(1), r.getLong(2), r.getString(3), r.getBytes(4)),
                entry);
    }

    public static Optional<Row> last(Transaction transaction, String entry) throws StoreException {
        return transaction.first(
                "SELECT entry, at, kind, body FROM outbox_event WHERE entry = ? ORDER BY sequence DESC LIMIT 1",
                r -> new Row(r.getString(1), r.getLong(2), r.getString(3), r.getBytes(4)),
                entry);
    }
}
