package org.readingroom.services.store;

import java.util.List;

/// What persons let stand of what the checks found.
public final class OverruleTable {
    private OverruleTable() {}

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Row(String id, byte[] study, byte[] body) {}

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update("INSERT INTO overrule(id, study, body) VALUES (?,?,?)", row.id, row.study, row.body);
    }

    /// Oldest first.
    public static List<Row> ofStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction.query(
                "SELECT id, study, body FROM overrule WHERE study = ? ORDER BY sequence",
                r -> new Row(r.getString(1), r.getBytes(2), r.getBytes(3)),
                study);
    }
}
