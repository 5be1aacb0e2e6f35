package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;

/// The servers' acknowledgements, one an entry: triggers in the file refuse to change one.
public final class ReceiptTable {
    private ReceiptTable() {}

    public record Row(String entry, long at, byte[] body) {}

    /// A version of a report that the server has.
    public record Issued(String report, int version, Row receipt) {}

    /// False when there is one already: the same acknowledgement came twice.
    public static boolean insert(Transaction transaction, Row row) throws StoreException {
        return transaction.update(
                        "INSERT INTO receipt(entry, at, body) VALUES (?,?,?) ON CONFLICT(entry) DO NOTHING",
                        row.entry,
                        row.at,
                        row.body)
                == 1;
    }

    public static Optional<Row> of(Transaction transaction, String entry) throws StoreException {
        return transaction.first(
                "SELECT entry, at, body FROM receipt WHERE entry = ?",
                r -> new Row(r.getString(1), r.getLong(2), r.getBytes(3)),
                entry);
    }

    /// Every acknowledged entry of a kind that is a version of a report.
    public static List<Issued> ofKind(Transaction transaction, String kind) throws StoreException {
        return transaction.query(
                "SELECT o.report, o.version, r.entry, r.at, r.body FROM receipt r JOIN outbox o ON o.id = r.entry"
                        + " WHERE o.kind = ? AND o.report IS NOT NULL ORDER BY o.rowid",
                r -> new Issued(r.getString(1), r.getInt(2), new Row(r.getString(3), r.getLong(4), r.getBytes(5))),
                kind);
    }
}
