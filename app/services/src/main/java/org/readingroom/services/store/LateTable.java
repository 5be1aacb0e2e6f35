package org.readingroom.services.store;

import java.util.List;

/// Words that came too late for their report.
public final class LateTable {
    private LateTable() {}

    /// **Units:** `saved` in milliseconds since 1970.
    public record Row(String id, byte[] study, String author, long saved, byte[] body) {}

    /// Newer words of the same writing take the place of its older ones.
    public static void save(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO late_words(id, study, author, saved, body) VALUES (?,?,?,?,?) ON CONFLICT(id) DO UPDATE"
                        + " SET saved = excluded.saved, body = excluded.body",
                row.id,
                row.study,
                row.author,
                row.saved,
                row.body);
    }

    /// Oldest first.
    public static List<Row> ofStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction.query(
                "SELECT id, study, author, saved, body FROM late_words WHERE study = ? ORDER BY saved, id",
                r -> new Row(r.getString(1), r.getBytes(2), r.getString(3), r.getLong(4), r.getBytes(5)),
                study);
    }

    /// Returns false when there was none.
    public static boolean delete(Transaction transaction, String id) throws StoreException {
        return transaction.update("DELETE FROM late_words WHERE id = ?", id) == 1;
    }
}
