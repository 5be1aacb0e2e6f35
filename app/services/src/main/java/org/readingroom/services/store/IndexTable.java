package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;

/// The rows of the rebuildable index.
final class IndexTable {
    private IndexTable() {}

    enum Level {
        STUDY("study", ""),
        SERIES("series", "study"),
        INSTANCE("instance", "series");

        private final String table;
        private final String parent;

        Level(String table, String parent) {
            this.table = table;
            this.parent = parent;
        }

        String table() {
            return table;
        }
    }

    record Row(byte[] key, byte[] body) {}

    static void save(Transaction transaction, Level level, byte[] key, byte[] parent, byte[] body)
            throws StoreException {
        if (level == Level.STUDY) {
            transaction.update(
                    "INSERT INTO study(key, body) VALUES (?,?) ON CONFLICT(key) DO UPDATE SET body = excluded.body",
                    key,
                    body);
        } else {
            transaction.update(
                    "INSERT INTO " + level.table + "(key, " + level.parent + ", body) VALUES (?,?,?)"
                            + " ON CONFLICT(key) DO UPDATE SET body = excluded.body",
                    key,
                    parent,
                    body);
        }
    }

    static Optional<byte[]> body(Transaction transaction, Level level, byte[] key) throws StoreException {
        return transaction.first("SELECT body FROM " + level.table + " WHERE key = ?", r -> r.getBytes(1), key);
    }

    static List<Row> all(Transaction transaction, Level level) throws StoreException {
        return transaction.query("SELECT key, body FROM " + level.table, r -> new Row(r.getBytes(1), r.getBytes(2)));
    }

    static List<Row> under(Transaction transaction, Level level, byte[] parent) throws StoreException {
        return transaction.query(
                "SELECT key, body FROM " + level.table + " WHERE " + level.parent + " = ?",
                r -> new Row(r.getBytes(1), r.getBytes(2)),
                parent);
    }

    static int count(Transaction transaction, Level level, byte[] parent) throws StoreException {
        return transaction
                .first(
                        "SELECT count(*) FROM " + level.table + " WHERE " + level.parent + " = ?",
                        r -> r.getInt(1),
                        parent)
                .orElse(0);
    }

    static int countInstancesOfStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction
                .first(
                        "SELECT count(*) FROM instance JOIN series ON instance.series = series.key"
                                + " WHERE series.study = ?",
                        r -> r.getInt(1),
                        study)
                .orElse(0);
    }

    /// With what is noted about where its file came from.
    static void deleteInstance(Transaction transaction, byte[] key) throws StoreException {
        CacheTable.forget(transaction, key);
        transaction.update("DELETE FROM instance WHERE key = ?", key);
    }

    static void deleteEmptySeries(Transaction transaction, byte[] study) throws StoreException {
        transaction.update(
                "DELETE FROM series WHERE study = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM instance WHERE instance.series = series.key)",
                study);
    }

    static boolean isComplete(Transaction transaction) throws StoreException {
        return transaction
                .first("SELECT value FROM state WHERE key = 'complete'", r -> r.getString(1))
                .isPresent();
    }

    static void markComplete(Transaction transaction) throws StoreException {
        transaction.update("INSERT INTO state(key, value) VALUES ('complete', '1') ON CONFLICT(key) DO NOTHING");
    }

    static void markDamaged(Transaction transaction) throws StoreException {
        transaction.update("INSERT INTO state(key, value) VALUES ('damaged', '1') ON CONFLICT(key) DO NOTHING");
    }

    static boolean isDamaged(Transaction transaction) throws StoreException {
        return transaction
                .first("SELECT value FROM state WHERE key = 'damaged'", r -> r.getString(1))
                .isPresent();
    }

    /// Empties what is made anew from the files.
    static void clear(Transaction transaction) throws StoreException {
        for (Level level : List.of(Level.INSTANCE, Level.SERIES, Level.STUDY)) {
            transaction.update("DELETE FROM " + level.table);
        }
        // What is here of each study is counted again; until then none may be called whole.
        transaction.update("UPDATE expected SET here = 0");
    }
}
