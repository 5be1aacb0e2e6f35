package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;

/// What was done about research projects, in the order it was written down, and the keys of their
/// pseudonyms; sealed.
public final class ResearchTable {
    private ResearchTable() {}

    /// `audit` is the sequence of the audit event it came with.
    public record Row(String id, String project, long recorded, long audit, byte[] body) {}

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO research_act(id, project, recorded, audit_sequence, body) VALUES (?,?,?,?,?)",
                row.id,
                row.project,
                row.recorded,
                row.audit,
                row.body);
    }

    /// Oldest first.
    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT id, project, recorded, audit_sequence, body FROM research_act ORDER BY sequence",
                r -> new Row(r.getString(1), r.getString(2), r.getLong(3), r.getLong(4), r.getBytes(5)));
    }

    /// How many acts there are about a project.
    public static long count(Transaction transaction, String project) throws StoreException {
        return transaction
                .first("SELECT COUNT(*) FROM research_act WHERE project = ?", r -> r.getLong(1), project)
                .orElse(0L);
    }

    public static void insertKey(Transaction transaction, String project, byte[] body) throws StoreException {
        transaction.update("INSERT INTO research_key(project, body) VALUES (?,?)", project, body);
    }

    public static Optional<byte[]> key(Transaction transaction, String project) throws StoreException {
        return transaction.first("SELECT body FROM research_key WHERE project = ?", r -> r.getBytes(1), project);
    }
}
