package org.readingroom.services.store;

import java.util.Optional;

/// The marks of each study, sealed.
final class AnnotationTable {
    private AnnotationTable() {}

    static void save(Transaction transaction, byte[] study, String author, long saved, byte[] body)
            throws StoreException {
        transaction.update(
                "INSERT INTO annotation(study, author, saved, body) VALUES (?,?,?,?) ON CONFLICT(study) DO UPDATE SET"
                        + " author = excluded.author, saved = excluded.saved, body = excluded.body",
                study,
                author,
                saved,
                body);
    }

    static Optional<byte[]> body(Transaction transaction, byte[] study) throws StoreException {
        return transaction.first("SELECT body FROM annotation WHERE study = ?", r -> r.getBytes(1), study);
    }
}
