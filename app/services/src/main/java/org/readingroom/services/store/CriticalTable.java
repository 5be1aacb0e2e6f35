package org.readingroom.services.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What happened to each critical value, sealed, in the order it was written down.
public final class CriticalTable {
    private static final String COLUMNS = "id, loop, study, recorded, audit_sequence, body";

    private CriticalTable() {}

    /// `audit` is the sequence of the audit event it came with.
    public record Row(String id, String loop, byte[] study, long recorded, long audit, byte[] body) {}

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO critical_event(" + COLUMNS + ") VALUES (?,?,?,?,?,?)",
                row.id,
                row.loop,
                row.study,
                row.recorded,
                row.audit,
                row.body);
    }

    /// Oldest first.
    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT " + COLUMNS + " FROM critical_event ORDER BY sequence", CriticalTable::row);
    }

    /// Oldest first.
    public static List<Row> ofStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM critical_event WHERE study = ? ORDER BY sequence",
                CriticalTable::row,
                study);
    }

    /// The newest event of a study.
    public static Optional<String> newest(Transaction transaction, byte[] study) throws StoreException {
        return transaction.first(
                "SELECT id FROM critical_event WHERE study = ? ORDER BY sequence DESC LIMIT 1",
                row -> row.getString(1),
                study);
    }

    /// The sequence of the newest event, 0 while there is none.
    public static long newest(Transaction transaction) throws StoreException {
        return transaction
                .first("SELECT max(sequence) FROM critical_event", r -> r.getLong(1))
                .orElse(0L);
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(r.getString(1), r.getString(2), r.getBytes(3), r.getLong(4), r.getLong(5), r.getBytes(6));
    }
}
