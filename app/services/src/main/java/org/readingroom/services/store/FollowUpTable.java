package org.readingroom.services.store;

import java.util.Optional;

/// The lesions followed of each patient, sealed.
final class FollowUpTable {
    private FollowUpTable() {}

    static void save(Transaction transaction, byte[] patient, String author, long saved, byte[] body)
            throws StoreException {
        transaction.update(
                "INSERT INTO follow_up(patient, author, saved, body) VALUES (?,?,?,?) ON CONFLICT(patient) DO UPDATE"
                        + " SET author = excluded.author, saved = excluded.saved, body = excluded.body",
                patient,
                author,
                saved,
                body);
    }

    static Optional<byte[]> body(Transaction transaction, byte[] patient) throws StoreException {
        return transaction.first("SELECT body FROM follow_up WHERE patient = ?", r -> r.getBytes(1), patient);
    }
}
