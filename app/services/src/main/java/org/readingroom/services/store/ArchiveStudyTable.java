package org.readingroom.services.store;

import java.util.List;

/// Which studies an archive was asked for; `study` is a keyed digest as elsewhere.
final class ArchiveStudyTable {
    private ArchiveStudyTable() {}

    static void save(Transaction transaction, byte[] study) throws StoreException {
        transaction.update("INSERT INTO archive_study(study) VALUES (?) ON CONFLICT(study) DO NOTHING", study);
    }

    static List<byte[]> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT study FROM archive_study", r -> r.getBytes(1));
    }
}
