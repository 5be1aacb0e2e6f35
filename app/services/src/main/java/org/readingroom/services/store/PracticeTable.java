package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is on record of people as physicians, and each correction of it, oldest first.
public final class PracticeTable {
    private PracticeTable() {}

    /// Days are ISO dates.
    public record Entry(
            String person,
            String display,
            String roles,
            @Nullable String licence,
            @Nullable String licenceUntil,
            @Nullable String since,
            @Nullable String qualification) {}

    /// `audit` is the sequence of the audit event it came with.
    public record Change(String id, String person, String by, long at, long audit, byte[] body) {}

    private static final String ENTRY =
            "SELECT id, display, roles, licence, licence_until, qualified_since, qualification FROM user";

    /// By login name.
    public static List<Entry> all(Transaction transaction) throws StoreException {
        return transaction.query(ENTRY + " ORDER BY login", PracticeTable::entry);
    }

    public static Optional<Entry> of(Transaction transaction, String person) throws StoreException {
        return transaction.first(ENTRY + " WHERE id = ?", PracticeTable::entry, person);
    }

    private static Entry entry(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Entry(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7));
    }

    /// Puts what `entry` says of its person in the place of what was there; name and roles stay.
    public static void enter(Transaction transaction, Entry entry) throws StoreException {
        transaction.update(
                "UPDATE user SET licence = ?, licence_until = ?, qualified_since = ?, qualification = ? WHERE id = ?",
                entry.licence,
                entry.licenceUntil,
                entry.since,
                entry.qualification,
                entry.person);
    }

    /// One licence is one physician's: whether `licence` is on record for somebody other than `person`.
    public static boolean isTaken(Transaction transaction, String person, String licence) throws StoreException {
        return !licence.isEmpty()
                && all(transaction).stream()
                        .anyMatch(one -> !one.person().equals(person)
                                && one.licence() != null
                                && one.licence().strip().equalsIgnoreCase(licence));
    }

    public static void insert(Transaction transaction, Change change) throws StoreException {
        transaction.update(
                "INSERT INTO practice_change(id, person, by, at, audit_sequence, body) VALUES (?,?,?,?,?,?)",
                change.id,
                change.person,
                change.by,
                change.at,
                change.audit,
                change.body);
    }

    public static List<Change> changes(Transaction transaction) throws StoreException {
        return transaction.query(
                "SELECT id, person, by, at, audit_sequence, body FROM practice_change ORDER BY sequence",
                r -> new Change(
                        r.getString(1), r.getString(2), r.getString(3), r.getLong(4), r.getLong(5), r.getBytes(6)));
    }
}
