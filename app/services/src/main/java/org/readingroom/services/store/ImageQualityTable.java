package org.readingroom.services.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was judged of the images of studies, sealed, in the order it was written down; triggers in the file refuse to
/// change or delete a row.
public final class ImageQualityTable {
    private static final String COLUMNS = "id, study, kind, grade, at, audit_sequence, body";

    private ImageQualityTable() {}

    /// `audit` is the sequence of the audit event it came with.
    ///
    /// **Units:** `at` in milliseconds since 1970.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Row(String id, byte[] study, String kind, String grade, long at, long audit, byte[] body) {}

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO image_quality(" + COLUMNS + ") VALUES (?,?,?,?,?,?,?)",
                row.id,
                row.study,
                row.kind,
                row.grade,
                row.at,
                row.audit,
                row.body);
    }

    /// Oldest first.
    public static List<Row> ofStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM image_quality WHERE study = ? ORDER BY sequence",
                ImageQualityTable::row,
                study);
    }

    /// The newest row of a study.
    public static Optional<String> newest(Transaction transaction, byte[] study) throws StoreException {
        return transaction.first(
                "SELECT id FROM image_quality WHERE study = ? ORDER BY sequence DESC LIMIT 1",
                row -> row.getString(1),
                study);
    }

    /// Everything of the studies of which something was written down from `from` until before `until`, oldest first.
    public static List<Row> ofStudiesBetween(Transaction transaction, long from, long until) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM image_quality WHERE study IN"
                        + " (SELECT study FROM image_quality WHERE at >= ? AND at < ?) ORDER BY sequence",
                ImageQualityTable::row,
                from,
                until);
    }

    /// Everything of the studies whose newest row has one of `grades`, oldest first.
    public static List<Row> ofStudiesStandingAt(Transaction transaction, Set<String> grades) throws StoreException {
        String places = String.join(",", grades.stream().map(grade -> "?").toList());
        return transaction.query(
                "SELECT " + COLUMNS + " FROM image_quality WHERE study IN"
                        + " (SELECT study FROM image_quality WHERE sequence IN"
                        + " (SELECT max(sequence) FROM image_quality GROUP BY study) AND grade IN (" + places + "))"
                        + " ORDER BY sequence",
                ImageQualityTable::row,
                grades.toArray());
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getString(1),
                r.getBytes(2),
                r.getString(3),
                r.getString(4),
                r.getLong(5),
                r.getLong(6),
                r.getBytes(7));
    }
}
