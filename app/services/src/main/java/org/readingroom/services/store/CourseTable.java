package org.readingroom.services.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// What was done about signed versions beside signing; triggers in the file refuse to change or delete
/// a row.
public final class CourseTable {
    private static final String COLUMNS = "id, study, digest, kind, person, at, audit_sequence, audit_digest";

    private CourseTable() {}

    /// What can be listed without opening anything.
    ///
    /// **Units:** `at` in milliseconds since 1970.
    public record Row(
            String id,
            byte[] study,
            String digest,
            String kind,
            String person,
            long at,
            long auditSequence,
            byte[] auditDigest) {}

    /// A row with its sealed body.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Sealed(String id, byte[] body) {}

    // [impl->req~report.workflow.acts-kept~1]
    public static void insert(Transaction transaction, Row row, byte[] body) throws StoreException {
        transaction.update(
                "INSERT INTO course_act(" + COLUMNS + ", body) VALUES (?,?,?,?,?,?,?,?,?)",
                row.id,
                row.study,
                row.digest,
                row.kind,
                row.person,
                row.at,
                row.auditSequence,
                row.auditDigest,
                body);
    }

    /// Oldest first.
    public static List<Sealed> ofStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction.query(
                "SELECT id, body FROM course_act WHERE study = ? ORDER BY sequence",
                r -> new Sealed(r.getString(1), r.getBytes(2)),
                study);
    }

    /// The newest act that says who is next, whatever version it is about; empty for none.
    public static String lastDeciding(Transaction transaction, byte[] study) throws StoreException {
        return transaction
                .first(
                        "SELECT id FROM course_act WHERE study = ? AND kind NOT IN ('COPY_RECALLED', 'FAMILY_TOLD')"
                                + " ORDER BY sequence DESC LIMIT 1",
                        r -> r.getString(1),
                        study)
                .orElse("");
    }

    /// Whether such an act was done later than `at`, in milliseconds since 1970.
    public static boolean decidedAfter(Transaction transaction, byte[] study, long at) throws StoreException {
        return transaction
                .first(
                        "SELECT id FROM course_act WHERE study = ? AND at > ? AND kind NOT IN"
                                + " ('COPY_RECALLED', 'FAMILY_TOLD')",
                        r -> r.getString(1),
                        study,
                        at)
                .isPresent();
    }

    /// Oldest first.
    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT " + COLUMNS + " FROM course_act ORDER BY sequence", CourseTable::row);
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getString(1),
                r.getBytes(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getLong(6),
                r.getLong(7),
                r.getBytes(8));
    }
}
