package org.readingroom.services.store;

import java.util.List;

/// Patient numbers that were merged into others, sealed.
final class PatientLinkTable {
    private PatientLinkTable() {}

    record Row(byte[] patient, byte[] body) {}

    static void save(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO patient_link(patient, body) VALUES (?,?) ON CONFLICT(patient) DO UPDATE SET body ="
                        + " excluded.body",
                row.patient,
                row.body);
    }

    static void delete(Transaction transaction, byte[] patient) throws StoreException {
        transaction.update("DELETE FROM patient_link WHERE patient = ?", patient);
    }

    static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT patient, body FROM patient_link", r -> new Row(r.getBytes(1), r.getBytes(2)));
    }
}
