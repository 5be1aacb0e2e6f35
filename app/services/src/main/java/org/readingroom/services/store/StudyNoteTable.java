package org.readingroom.services.store;

import java.util.List;

/// What the desk notes about a study, sealed.
public final class StudyNoteTable {
    private StudyNoteTable() {}

    public record Row(byte[] study, byte[] body) {}

    public static void save(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO study_note(study, body) VALUES (?,?) ON CONFLICT(study) DO UPDATE SET"
                        + " body = excluded.body",
                row.study,
                row.body);
    }

    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT study, body FROM study_note", r -> new Row(r.getBytes(1), r.getBytes(2)));
    }
}
