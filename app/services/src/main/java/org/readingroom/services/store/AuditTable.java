package org.readingroom.services.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of the audit trail; what they mean and how they are chained is the `audit` package's.
public final class AuditTable {
    private AuditTable() {}

    public record Row(
            long sequence,
            long time,
            String user,
            String action,
            String type,
            @Nullable String object,
            String outcome,
            String detail,
            String algorithm,
            byte[] previous,
            byte[] digest) {}

    private static final String COLUMNS =
            "sequence, time, user, action, type, object, outcome, detail, algorithm, previous, digest";

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO audit(" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                row.sequence,
                row.time,
                row.user,
                row.action,
                row.type,
                row.object,
                row.outcome,
                row.detail,
                row.algorithm,
                row.previous,
                row.digest);
    }

    public static Optional<Row> last(Transaction transaction) throws StoreException {
        return transaction.first("SELECT " + COLUMNS + " FROM audit ORDER BY sequence DESC LIMIT 1", AuditTable::row);
    }

    /// Newest first.
    public static List<Row> latest(Transaction transaction, int limit) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM audit ORDER BY sequence DESC LIMIT ?", AuditTable::row, limit);
    }

    /// At most `limit` rows above `sequence`, oldest first.
    public static List<Row> after(Transaction transaction, long sequence, int limit) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?",
                AuditTable::row,
                sequence,
                limit);
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getLong(1),
                r.getLong(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getString(8),
                r.getString(9),
                r.getBytes(10),
                r.getBytes(11));
    }
}
