package org.readingroom.services.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Signed versions. There is no way to change or delete one: triggers in the file itself refuse it.
public final class VersionTable {
    private VersionTable() {}

    /// What can be listed without opening anything. `auditSequence` and `auditDigest` name the audit event
    /// of the signing, so that the trail cannot be cut below it unnoticed.
    public record Row(
            String report,
            int version,
            byte[] study,
            String stage,
            String signer,
            long signedAt,
            String digest,
            long auditSequence,
            byte[] auditDigest) {}

    private static final String COLUMNS =
            "report, version, study, stage, signer, signed_at, digest, audit_sequence, audit_digest";

    // [impl->req~report.version.immutable~1]
    public static void insert(Transaction transaction, Row row, byte[] body, byte[] pdf) throws StoreException {
        transaction.update(
                "INSERT INTO version(" + COLUMNS + ", body, pdf) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                row.report,
                row.version,
                row.study,
                row.stage,
                row.signer,
                row.signedAt,
                row.digest,
                row.auditSequence,
                row.auditDigest,
                body,
                pdf);
    }

    /// Oldest first, by their numbers: the clock may have been set back between two.
    public static List<Row> ofStudy(Transaction transaction, byte[] study) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM version WHERE study = ? ORDER BY version, audit_sequence",
                VersionTable::row,
                study);
    }

    /// Oldest first.
    public static List<Row> ofReport(Transaction transaction, String report) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM version WHERE report = ? ORDER BY version", VersionTable::row, report);
    }

    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT " + COLUMNS + " FROM version ORDER BY audit_sequence", VersionTable::row);
    }

    /// Those whose signing stands behind `auditSequence` in the trail, oldest first.
    public static List<Row> after(Transaction transaction, long auditSequence) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM version WHERE audit_sequence > ? ORDER BY audit_sequence",
                VersionTable::row,
                auditSequence);
    }

    /// The reports of which `signer` signed a version that somebody else followed at `from` or later,
    /// oldest first.
    public static List<String> followedByOthers(Transaction transaction, String signer, long from)
            throws StoreException {
        return transaction.query(
                "SELECT own.report FROM version own JOIN version other ON other.report = own.report"
                        + " AND other.version > own.version AND other.signer <> own.signer"
                        + " WHERE own.signer = ? AND other.signed_at >= ?"
                        + " GROUP BY own.report ORDER BY MAX(other.audit_sequence)",
                row -> row.getString(1),
                signer,
                from);
    }

    /// How many there are; none is ever taken away.
    public static long count(Transaction transaction) throws StoreException {
        return transaction
                .first("SELECT COUNT(*) FROM version", row -> row.getLong(1))
                .orElse(0L);
    }

    /// The `most` newest whose audit events lie between `after` and `before`, the newest first.
    public static List<Row> between(Transaction transaction, long after, long before, int most) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM version WHERE audit_sequence > ? AND audit_sequence < ?"
                        + " ORDER BY audit_sequence DESC LIMIT ?",
                VersionTable::row,
                after,
                before,
                most);
    }

    /// Whether any version of `report` was signed here.
    public static boolean isKnown(Transaction transaction, String report) throws StoreException {
        return transaction
                .first("SELECT 1 FROM version WHERE report = ? LIMIT 1", row -> row.getInt(1), report)
                .isPresent();
    }

    public static Optional<byte[]> body(Transaction transaction, String report, int version) throws StoreException {
        return transaction.first(
                "SELECT body FROM version WHERE report = ? AND version = ?", r -> r.getBytes(1), report, version);
    }

    public static Optional<byte[]> pdf(Transaction transaction, String report, int version) throws StoreException {
        return transaction.first(
                "SELECT pdf FROM version WHERE report = ? AND version = ?", r -> r.getBytes(1), report, version);
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getString(1),
                r.getInt(2),
                r.getBytes(3),
                r.getString(4),
                r.getString(5),
                r.getLong(6),
                r.getString(7),
                r.getLong(8),
                r.getBytes(9));
    }
}
