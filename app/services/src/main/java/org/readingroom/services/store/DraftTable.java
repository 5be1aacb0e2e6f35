package org.readingroom.services.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Reports being written; one a study.
public final class DraftTable {
    private DraftTable() {}

    /// `baseVersion` is the signed version the draft goes on from, 0 for none.
    public record Row(String report, byte[] study, int baseVersion, String author, long saved, byte[] body) {}

    static final String COLUMNS = "report, study, base_version, author, saved, body";

    public static void save(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO draft(" + COLUMNS + ") VALUES (?,?,?,?,?,?) ON CONFLICT(report) DO UPDATE SET"
                        + " base_version = excluded.base_version, author = excluded.author, saved = excluded.saved,"
                        + " body = excluded.body",
                row.report,
                row.study,
                row.baseVersion,
                row.author,
                row.saved,
                row.body);
    }

    public static Optional<Row> ofStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction.first("SELECT " + COLUMNS + " FROM draft WHERE study = ?", DraftTable::row, study);
    }

    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT " + COLUMNS + " FROM draft", DraftTable::row);
    }

    /// Returns false when there was none.
    public static boolean delete(Transaction transaction, String report) throws StoreException {
        return transaction.update("DELETE FROM draft WHERE report = ?", report) == 1;
    }

    static Row row(ResultSet r) throws SQLException {
        return new Row(r.getString(1), r.getBytes(2), r.getInt(3), r.getString(4), r.getLong(5), r.getBytes(6));
    }
}
