package org.readingroom.services.store;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the archive was seen to hold of a study, and what of it was fetched.
///
/// The counts are no secret; the lists are sealed.
final class ExpectedTable {
    private ExpectedTable() {}

    record Counts(int total, int here, boolean isListed, boolean isWanted) {}

    /// The counts, how long the archive has given the same list, and when it last did.
    record Found(Counts counts, long sameMillis, long confirmed) {}

    static void save(Transaction transaction, byte[] study, Counts counts, byte[] body) throws StoreException {
        transaction.update(
                "INSERT INTO expected(study, total, here, listed, wanted, body) VALUES (?,?,?,?,?,?)"
                        + " ON CONFLICT(study) DO UPDATE SET total = excluded.total, here = excluded.here,"
                        + " listed = excluded.listed, wanted = excluded.wanted, body = excluded.body",
                study,
                counts.total,
                counts.here,
                counts.isListed ? 1 : 0,
                counts.isWanted ? 1 : 0,
                body);
    }

    /// Notes when the archive gave this very `list`; another one than before begins anew.
    static void listed(Transaction transaction, byte[] study, byte[] list, long now) throws StoreException {
        transaction.update(
                "UPDATE expected SET since = CASE WHEN list IS ? THEN since ELSE ? END, confirmed = ?, list = ?"
                        + " WHERE study = ?",
                list,
                now,
                now,
                list,
                study);
    }

    static void here(Transaction transaction, byte[] study, int here) throws StoreException {
        transaction.update("UPDATE expected SET here = ? WHERE study = ?", here, study);
    }

    static void wanted(Transaction transaction, byte[] study, boolean isWanted) throws StoreException {
        transaction.update("UPDATE expected SET wanted = ? WHERE study = ?", isWanted ? 1 : 0, study);
    }

    static Optional<Found> found(Transaction transaction, byte[] study) throws StoreException {
        return transaction.first(
                "SELECT total, here, listed, wanted, confirmed - since, confirmed FROM expected WHERE study = ?",
                r -> new Found(
                        new Counts(r.getInt(1), r.getInt(2), r.getInt(3) == 1, r.getInt(4) == 1),
                        r.getLong(5),
                        r.getLong(6)),
                study);
    }

    static Optional<byte[]> body(Transaction transaction, byte[] study) throws StoreException {
        return transaction.first("SELECT body FROM expected WHERE study = ?", r -> r.getBytes(1), study);
    }

    static Set<String> keys(Transaction transaction) throws StoreException {
        return Set.copyOf(transaction.query(
                "SELECT study FROM expected", r -> HexFormat.of().formatHex(r.getBytes(1))));
    }

    /// Key and body of what was wanted and is not whole, or of which the list has not stood for `settledMillis`.
    static List<IndexTable.Row> unfinished(Transaction transaction, long settledMillis) throws StoreException {
        return transaction.query(
                "SELECT study, body FROM expected WHERE wanted = 1 AND (listed = 0 OR here < total"
                        + " OR confirmed - since < ?)",
                r -> new IndexTable.Row(r.getBytes(1), r.getBytes(2)),
                settledMillis);
    }

    static void fetched(Transaction transaction, byte[] instance, byte[] study, long bytes) throws StoreException {
        transaction.update(
                "INSERT INTO fetched(instance, study, bytes) VALUES (?,?,?)"
                        + " ON CONFLICT(instance) DO UPDATE SET bytes = excluded.bytes",
                instance,
                study,
                bytes);
    }
}
