package org.readingroom.services.store;

import java.util.List;

/// Which files came from the archive, and when their study was last looked at.
final class CacheTable {
    private CacheTable() {}

    record Row(byte[] study, long bytes, long used) {}

    /// A study that nobody looked at yet was used at 0.
    static List<Row> studies(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT f.study, sum(f.bytes), coalesce(max(u.used), 0) FROM fetched f"
                        + " LEFT JOIN study_use u ON u.study = f.study GROUP BY f.study",
                r -> new Row(r.getBytes(1), r.getLong(2), r.getLong(3)));
    }

    static boolean isFetched(Transaction transaction, byte[] instance) throws StoreException {
        return transaction
                .first("SELECT 1 FROM fetched WHERE instance = ?", r -> true, instance)
                .orElse(false);
    }

    static void used(Transaction transaction, byte[] study, long millis) throws StoreException {
        transaction.update(
                "INSERT INTO study_use(study, used) VALUES (?,?)"
                        + " ON CONFLICT(study) DO UPDATE SET used = max(used, excluded.used)",
                study,
                millis);
    }

    /// Lets go of notes about files of `study` that are in the index no more.
    static void forgetLost(Transaction transaction, byte[] study) throws StoreException {
        transaction.update(
                "DELETE FROM fetched WHERE study = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM instance WHERE instance.key = fetched.instance)",
                study);
    }

    static void forget(Transaction transaction, byte[] instance) throws StoreException {
        transaction.update("DELETE FROM fetched WHERE instance = ?", instance);
    }
}
