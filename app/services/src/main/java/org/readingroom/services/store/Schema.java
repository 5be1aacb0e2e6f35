package org.readingroom.services.store;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// The versions of one database file: version *n* is reached by running the statements of step *n*.
///
/// The number lives in `PRAGMA user_version`, set in the transaction that reaches it; the table
/// `schema_version` keeps when that was. A step that was released is never changed.
public record Schema(List<List<String>> steps) {
    public Schema {
        steps = List.copyOf(steps);
    }

    public int version() {
        return steps.size();
    }

    /// This schema as it was at an earlier version.
    public Schema upTo(int version) {
        return new Schema(steps.subList(0, version));
    }

    void migrate(Database database) throws WorkstationException {
        int found = database.read(Schema::versionOf);
        if (found > version()) {
            throw new NewerSchemaException(found, version());
        }
        for (int next = found + 1; next <= version(); next++) {
            int reached = next;
            database.write(transaction -> {
                // Another process cannot have come between: the home is locked. Asked again all the same.
                if (versionOf(transaction) == reached - 1) {
                    apply(transaction, reached);
                }
                return true;
            });
        }
    }

    private void apply(Transaction transaction, int reached) throws StoreException {
        transaction.update("CREATE TABLE IF NOT EXISTS schema_version("
                + "version INTEGER PRIMARY KEY, reached_at INTEGER NOT NULL) STRICT");
        for (String statement : steps.get(reached - 1)) {
            transaction.update(statement);
        }
        transaction.update("INSERT INTO schema_version VALUES (?, unixepoch())", reached);
        transaction.update("PRAGMA user_version = " + reached);
    }

    private static int versionOf(Transaction transaction) throws StoreException {
        return transaction.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }
}
