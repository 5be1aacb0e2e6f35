package org.readingroom.services.store;

import java.util.List;

/// What became of cases after their reports, sealed, in the order it was written down.
public final class AftercareTable {
    private static final String COLUMNS = "id, item, kind, user, at, audit_sequence, body";

    private AftercareTable() {}

    /// `audit` is the sequence of the audit event it came with.
    public record Row(String id, String item, String kind, String user, long at, long audit, byte[] body) {}

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO aftercare(" + COLUMNS + ") VALUES (?,?,?,?,?,?,?)",
                row.id,
                row.item,
                row.kind,
                row.user,
                row.at,
                row.audit,
                row.body);
    }

    /// Oldest first.
    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM aftercare ORDER BY sequence",
                r -> new Row(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getLong(5),
                        r.getLong(6),
                        r.getBytes(7)));
    }

    /// The kinds of what there is of `item`, oldest first.
    public static List<String> kinds(Transaction transaction, String item) throws StoreException {
        return transaction.query(
                "SELECT kind FROM aftercare WHERE item = ? ORDER BY sequence", r -> r.getString(1), item);
    }
}
