package org.readingroom.services.store;

import java.util.Optional;

/// What other systems reported of patients, sealed.
final class OutsideTable {
    private OutsideTable() {}

    /// Takes the place of what was asked for before.
    static void save(Transaction transaction, byte[] patient, long asked, byte[] body) throws StoreException {
        transaction.update(
                "INSERT INTO outside_report(patient, asked, used, body) VALUES (?,?,?,?) ON CONFLICT(patient) DO UPDATE"
                        + " SET asked = excluded.asked, used = max(used, excluded.used), body = excluded.body",
                patient,
                asked,
                asked,
                body);
    }

    static Optional<Long> used(Transaction transaction, byte[] patient) throws StoreException {
        return transaction.first("SELECT used FROM outside_report WHERE patient = ?", r -> r.getLong(1), patient);
    }

    static void used(Transaction transaction, byte[] patient, long now) throws StoreException {
        transaction.update("UPDATE outside_report SET used = max(used, ?) WHERE patient = ?", now, patient);
    }

    static Optional<byte[]> body(Transaction transaction, byte[] patient) throws StoreException {
        return transaction.first("SELECT body FROM outside_report WHERE patient = ?", r -> r.getBytes(1), patient);
    }

    static Optional<Long> asked(Transaction transaction, byte[] patient) throws StoreException {
        return transaction.first("SELECT asked FROM outside_report WHERE patient = ?", r -> r.getLong(1), patient);
    }

    static void delete(Transaction transaction, byte[] patient) throws StoreException {
        transaction.update("DELETE FROM outside_report WHERE patient = ?", patient);
    }

    /// Takes away what was not wanted since `unused`, and of the rest what was wanted longest ago, until no
    /// more than `mostBytes` are left.
    static void shrink(Transaction transaction, long unused, long mostBytes) throws StoreException {
        transaction.update("DELETE FROM outside_report WHERE used < ?", unused);
        transaction.update(
                "DELETE FROM outside_report WHERE patient IN (SELECT patient FROM (SELECT patient,"
                        + " SUM(length(body)) OVER (ORDER BY used DESC, patient) AS bytes FROM outside_report)"
                        + " WHERE bytes > ?)",
                mostBytes);
    }
}
