package org.readingroom.services.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When an entry of the outbox is tried again, and what it rests on.
public final class OutboxPlanTable {
    private OutboxPlanTable() {}

    /// `due` and `tried` are 0 for never; `base` is empty when no version of the server's is known.
    public record Row(String entry, long due, long tried, String base) {}

    public static void save(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO outbox_plan(entry, due, tried, base) VALUES (?,?,?,?) ON CONFLICT(entry) DO UPDATE SET"
                        + " due = excluded.due, tried = excluded.tried, base = excluded.base",
                row.entry,
                row.due,
                row.tried,
                row.base);
    }

    public static Row of(Transaction transaction, String entry) throws StoreException {
        return find(transaction, entry).orElse(new Row(entry, 0, 0, ""));
    }

    private static Optional<Row> find(Transaction transaction, String entry) throws StoreException {
        return transaction.first(
                "SELECT entry, due, tried, base FROM outbox_plan WHERE entry = ?",
                r -> new Row(r.getString(1), r.getLong(2), r.getLong(3), r.getString(4)),
                entry);
    }

    /// When each entry that is to be tried again may be.
    public static Map<String, Long> due(Transaction transaction) throws StoreException {
        List<Row> rows = transaction.query(
                "SELECT p.entry, p.due, p.tried, p.base FROM outbox_plan p JOIN outbox o ON o.id = p.entry"
                        + " WHERE o.state = 'WAITING'",
                r -> new Row(r.getString(1), r.getLong(2), r.getLong(3), r.getString(4)));
        Map<String, Long> due = new HashMap<>();
        rows.forEach(row -> due.put(row.entry, row.due));
        return due;
    }
}
