package org.readingroom.services.store;

import java.util.List;

/// What people did with suggestions, sealed, in the order it was written down.
public final class SuggestionTable {
    private SuggestionTable() {}

    /// `words` is a keyed digest of the suggested words, `audit` the sequence of the audit event it came with.
    public record Row(
            String id,
            String report,
            byte[] study,
            String user,
            long at,
            String act,
            String source,
            String sourceVersion,
            byte[] words,
            long audit,
            byte[] body) {}

    private static final String COLUMNS =
            "id, report, study, user, at, act, source, source_version, words, audit_sequence, body";

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO suggestion_act(" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                row.id,
                row.report,
                row.study,
                row.user,
                row.at,
                row.act,
                row.source,
                row.sourceVersion,
                row.words,
                row.audit,
                row.body);
    }

    /// Oldest first.
    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT " + COLUMNS + " FROM suggestion_act ORDER BY sequence",
                r -> new Row(
                        r.getString(1),
                        r.getString(2),
                        r.getBytes(3),
                        r.getString(4),
                        r.getLong(5),
                        r.getString(6),
                        r.getString(7),
                        r.getString(8),
                        r.getBytes(9),
                        r.getLong(10),
                        r.getBytes(11)));
    }
}
