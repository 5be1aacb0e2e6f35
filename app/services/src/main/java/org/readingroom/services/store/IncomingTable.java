package org.readingroom.services.store;

import java.util.List;

/// Changes of reports that came from the server; the newest of each report. `at` is 0 once somebody left it at that.
public final class IncomingTable {
    private IncomingTable() {}

    public record Row(String report, byte[] study, String version, long at, byte[] body) {}

    public static void save(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO incoming(report, study, version, at, body) VALUES (?,?,?,?,?) ON CONFLICT(report) DO UPDATE"
                        + " SET version = excluded.version, at = excluded.at, body = excluded.body",
                row.report,
                row.study,
                row.version,
                row.at,
                row.body);
    }

    /// As [#save], unless this very version is there already, seen or not.
    public static void saveNew(Transaction transaction, Row row) throws StoreException {
        boolean isKnown = transaction
                .first("SELECT 1 FROM incoming WHERE report = ? AND version = ?", r -> 1, row.report, row.version)
                .isPresent();
        if (!isKnown) {
            save(transaction, row);
        }
    }

    /// False when there is no such version of it any more.
    public static boolean markSeen(Transaction transaction, String report, String version) throws StoreException {
        return transaction.update(
                        "UPDATE incoming SET at = 0 WHERE report = ? AND version = ? AND at > 0", report, version)
                == 1;
    }

    /// Those that nobody has seen to, oldest first.
    public static List<Row> unseen(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT report, study, version, at, body FROM incoming WHERE at > 0 ORDER BY at, report",
                r -> new Row(r.getString(1), r.getBytes(2), r.getString(3), r.getLong(4), r.getBytes(5)));
    }

    /// False when there is no such version of it any more: another one came, or somebody has seen to it.
    public static boolean delete(Transaction transaction, String report, String version) throws StoreException {
        return transaction.update("DELETE FROM incoming WHERE report = ? AND version = ?", report, version) == 1;
    }

    public static void deleteOf(Transaction transaction, String report) throws StoreException {
        transaction.update("DELETE FROM incoming WHERE report = ?", report);
    }
}
