package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;

/// The orders of the hospital as they were last heard of, sealed, and how far they were heard.
final class OrderTable {
    private static final String CURSOR = "orders.cursor";

    private OrderTable() {}

    record Row(byte[] key, byte[] body) {}

    static void save(Transaction transaction, byte[] key, byte[] body) throws StoreException {
        transaction.update(
                "INSERT INTO hospital_order(key, body) VALUES (?,?) ON CONFLICT(key) DO UPDATE SET body ="
                        + " excluded.body",
                key,
                body);
    }

    static void delete(Transaction transaction, byte[] key) throws StoreException {
        transaction.update("DELETE FROM hospital_order WHERE key = ?", key);
    }

    static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT key, body FROM hospital_order", r -> new Row(r.getBytes(1), r.getBytes(2)));
    }

    static Optional<String> cursor(Transaction transaction) throws StoreException {
        return transaction.first("SELECT value FROM state WHERE key = ?", r -> r.getString(1), CURSOR);
    }

    static void saveCursor(Transaction transaction, String cursor) throws StoreException {
        transaction.update(
                "INSERT INTO state(key, value) VALUES (?,?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                CURSOR,
                cursor);
    }
}
