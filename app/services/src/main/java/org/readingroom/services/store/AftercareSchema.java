package org.readingroom.services.store;

import java.util.List;

/// What became of cases after their reports; only grows, and each row came with its audit event.
///
/// ```
/// aftercare   one row for each comparison of a report, and for each beginning and end of a follow-up item;
///             `item` is the report or the item that it is about
/// ```
///
/// `body` is sealed. Times are milliseconds since 1970, UTC.
final class AftercareSchema {
    private AftercareSchema() {}

    static List<String> step() {
        return List.of(
                """
                CREATE TABLE aftercare(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, item TEXT NOT NULL,
                  kind TEXT NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence), body BLOB NOT NULL) STRICT""",
                "CREATE INDEX aftercare_item ON aftercare(item)",
                DocumentsSchema.never("aftercare", "UPDATE", "what became of a case never changes"),
                DocumentsSchema.never("aftercare", "DELETE", "what became of a case stays"));
    }
}
