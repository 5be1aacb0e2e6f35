package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Users and their wrapped keys.
public final class UserTable {
    private UserTable() {}

    /// `licenceUntil` and `qualifiedSince` are ISO dates.
    ///
    /// **Units:** `lockedUntil` and `created` in milliseconds since 1970.
    public record Row(
            String id,
            String login,
            String display,
            String roles,
            @Nullable String licence,
            @Nullable String licenceUntil,
            String kdf,
            byte[] salt,
            byte[] wrappedUserKey,
            byte[] wrappedDataKey,
            byte[] signingKey,
            byte[] certificates,
            int failures,
            long lockedUntil,
            long created,
            @Nullable String qualifiedSince) {}

    private static final String COLUMNS =
            "id, login, display, roles, licence, licence_until, kdf, salt, wrapped_user_key, wrapped_data_key,"
                    + " signing_key, certificates, failures, locked_until, created, qualified_since";

    public static void insert(Transaction transaction, Row row) throws StoreException {
        transaction.update(
                "INSERT INTO user(" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                row.id,
                row.login,
                row.display,
                row.roles,
                row.licence,
                row.licenceUntil,
                row.kdf,
                row.salt,
                row.wrappedUserKey,
                row.wrappedDataKey,
                row.signingKey,
                row.certificates,
                row.failures,
                row.lockedUntil,
                row.created,
                row.qualifiedSince);
    }

    public static Optional<Row> byLogin(Transaction transaction, String login) throws StoreException {
        return transaction.first("SELECT " + COLUMNS + " FROM user WHERE login = ?", UserTable::row, login);
    }

    public static Optional<Row> byId(Transaction transaction, String id) throws StoreException {
        return transaction.first("SELECT " + COLUMNS + " FROM user WHERE id = ?", UserTable::row, id);
    }

    /// By login name.
    public static List<Row> all(Transaction transaction) throws StoreException {
        return transaction.query("SELECT " + COLUMNS + " FROM user ORDER BY login", UserTable::row);
    }

    public static void noteFailures(Transaction transaction, String id, int failures, long lockedUntil)
            throws StoreException {
        transaction.update("UPDATE user SET failures = ?, locked_until = ? WHERE id = ?", failures, lockedUntil, id);
    }

    /// Replaces the password's part: the parameters, the salt and the key wrapped by both.
    public static void rewrap(Transaction transaction, String id, String kdf, byte[] salt, byte[] wrappedUserKey)
            throws StoreException {
        transaction.update(
                "UPDATE user SET kdf = ?, salt = ?, wrapped_user_key = ?, failures = 0, locked_until = 0, must_change = 0"
                        + " WHERE id = ?",
                kdf,
                salt,
                wrappedUserKey,
                id);
    }

    /// Marks the password of a person as one that somebody else chose; [#rewrap] takes the mark away.
    public static void mustChange(Transaction transaction, String id) throws StoreException {
        transaction.update("UPDATE user SET must_change = 1 WHERE id = ?", id);
    }

    public static boolean isToChange(Transaction transaction, String id) throws StoreException {
        return transaction
                .first("SELECT must_change FROM user WHERE id = ?", r -> r.getInt(1) != 0, id)
                .orElse(false);
    }

    private static Row row(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Row(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getBytes(8),
                r.getBytes(9),
                r.getBytes(10),
                r.getBytes(11),
                r.getBytes(12),
                r.getInt(13),
                r.getLong(14),
                r.getLong(15),
                r.getString(16));
    }
}
