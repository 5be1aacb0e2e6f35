package org.readingroom.services.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What waits to be sent.
public final class OutboxTable {
    private OutboxTable() {}

    /// `subject` is the Study Instance UID, sealed. `report` is empty and `version` 0 for what is no
    /// report.
    public record Row(
            String id,
            String report,
            int version,
            byte[] study,
            String kind,
            String mediaType,
            String target,
            long created,
            long bytes,
            String state,
            int attempts,
            byte[] subject) {}

    private static final String COLUMNS =
            "id, report, version, study, kind, media_type, target, created, bytes, state, attempts, subject";

    public static void insert(Transaction transaction, Row row, byte[] body) throws StoreException {
        transaction.update(
                "INSERT INTO outbox(" + COLUMNS + ", body) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                row.id,
                row.report.isEmpty() ? null : row.report,
                row.report.isEmpty() ? null : row.version,
                row.study,
                row.kind,
                row.mediaType,
                row.target,
                row.created,
                row.bytes,
                row.state,
                row.attempts,
                row.subject,
                body);
    }

    /// Oldest first, as they came in: the clock may have been set back between two.
    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT " + COLUMNS + " FROM outbox ORDER BY rowid", OutboxTable::row);
    }

    /// Those that still are to reach a server, oldest first.
    public static List<Row> open(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM outbox WHERE state IN ('WAITING', 'DEAD', 'CONFLICT') ORDER BY rowid",
                OutboxTable::row);
    }

    public static List<Row> withdrawn(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM outbox WHERE state = 'WITHDRAWN' ORDER BY rowid", OutboxTable::row);
    }

    public static Optional<Row> byId(Transaction transaction, String id) throws StoreException {
        return transaction.first("SELECT " + COLUMNS + " FROM outbox WHERE id = ?", OutboxTable::row, id);
    }

    /// The versions of a report in the order they were signed; other kinds of entries are left out.
    public static List<Row> ofReport(Transaction transaction, String report, String kind) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM outbox WHERE report = ? AND kind = ? ORDER BY version, rowid",
                OutboxTable::row,
                report,
                kind);
    }

    /// True when the entry was in state `from`.
    public static boolean move(Transaction transaction, String id, String from, String to) throws StoreException {
        return transaction.update("UPDATE outbox SET state = ? WHERE id = ? AND state = ?", to, id, from) == 1;
    }

    public static void countAttempt(Transaction transaction, String id) throws StoreException {
        transaction.update("UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", id);
    }

    public static Optional<byte[]> body(Transaction transaction, String id) throws StoreException {
        return transaction.first("SELECT body FROM outbox WHERE id = ?", r -> r.getBytes(1), id);
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getString(1),
                Objects.requireNonNullElse(r.getString(2), ""),
                r.getInt(3),
                r.getBytes(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getLong(8),
                r.getLong(9),
                r.getString(10),
                r.getInt(11),
                r.getBytes(12));
    }
}
