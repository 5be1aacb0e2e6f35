package org.readingroom.services.store;

import java.util.List;

/// What the follow-up of AI-assisted cases found, sealed.
public final class OutcomeTable {
    private OutcomeTable() {}

    /// `audit` is the sequence of the audit event it came with.
    public record Row(String id, String report, String user, long at, long audit, byte[] body) {}

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO ai_outcome(id, report, user, at, audit_sequence, body) VALUES (?,?,?,?,?,?)",
                row.id,
                row.report,
                row.user,
                row.at,
                row.audit,
                row.body);
    }

    /// Oldest first.
    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT id, report, user, at, audit_sequence, body FROM ai_outcome ORDER BY sequence",
                r -> new Row(
                        r.getString(1), r.getString(2), r.getString(3), r.getLong(4), r.getLong(5), r.getBytes(6)));
    }
}
