package org.readingroom.services.store;

import java.util.Optional;

/// The few values a home has once.
public final class HomeTable {
    private HomeTable() {}

    public static void put(Transaction transaction, String key, byte[] value) throws StoreException {
        transaction.update(
                "INSERT INTO home(key, value) VALUES (?,?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                key,
                value);
    }

    public static Optional<byte[]> get(Transaction transaction, String key) throws StoreException {
        return transaction.first("SELECT value FROM home WHERE key = ?", r -> r.getBytes(1), key);
    }
}
