package org.readingroom.services.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Which objects were made here, and of what.
public final class MadeObjectTable {
    private MadeObjectTable() {}

    /// `id` is that of its entry in the outbox.
    public record Row(String id, byte[] study, byte[] slot, byte[] content, boolean isStored, byte[] body) {}

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO made_object(id, study, slot, content, stored, body) VALUES (?,?,?,?,?,?)",
                row.id,
                row.study,
                row.slot,
                row.content,
                row.isStored ? 1 : 0,
                row.body);
    }

    /// Oldest first.
    public static List<Row> ofStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction.query(
                "SELECT id, study, slot, content, stored, body FROM made_object WHERE study = ? ORDER BY rowid",
                MadeObjectTable::row,
                study);
    }

    /// Those that are not among the files of their study yet, oldest first.
    public static List<Row> unstored(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT id, study, slot, content, stored, body FROM made_object WHERE stored = 0 ORDER BY rowid",
                MadeObjectTable::row);
    }

    public static void markStored(Transaction transaction, String id) throws StoreException {
        transaction.update("UPDATE made_object SET stored = 1 WHERE id = ?", id);
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(r.getString(1), r.getBytes(2), r.getBytes(3), r.getBytes(4), r.getInt(5) == 1, r.getBytes(6));
    }
}
