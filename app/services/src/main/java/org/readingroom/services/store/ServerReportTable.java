package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What reports were on the server when this home last agreed with it.
public final class ServerReportTable {
    private ServerReportTable() {}

    /// `version` is the server's, of its `resource`, which is empty where nobody noted it; `own` the number of the
    /// signed version it is, 0 when `body` holds the words.
    public record Row(String report, String version, String resource, int own, byte @Nullable [] body) {}

    public static void save(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO server_report(report, version, resource, own, body) VALUES (?,?,?,?,?)"
                        + " ON CONFLICT(report) DO UPDATE SET version = excluded.version,"
                        + " resource = excluded.resource, own = excluded.own, body = excluded.body",
                row.report,
                row.version,
                row.resource,
                row.own,
                row.body);
    }

    /// Reports without a version to rest on, of which no change came in either.
    public static List<String> unseen(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT report FROM server_report WHERE version = ''"
                        + " AND report NOT IN (SELECT report FROM incoming) ORDER BY report",
                r -> r.getString(1));
    }

    public static Optional<Row> of(Transaction transaction, String report) throws StoreException {
        return transaction.first(
                "SELECT report, version, resource, own, body FROM server_report WHERE report = ?",
                r -> new Row(r.getString(1), r.getString(2), r.getString(3), r.getInt(4), r.getBytes(5)),
                report);
    }
}
