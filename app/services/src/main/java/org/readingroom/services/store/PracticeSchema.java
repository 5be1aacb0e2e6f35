package org.readingroom.services.store;

import java.util.List;

/// The layout of what is on record of people as physicians, and of every correction of it.
///
/// ```
/// user.qualification   what the person is qualified as; what was there before nobody had entered stays unknown
/// practice_change      one row a correction, with its audit event; only grows. `body` is from, to and why, sealed
/// ```
final class PracticeSchema {
    private PracticeSchema() {}

    static List<String> step() {
        return List.of(
                "ALTER TABLE user ADD COLUMN qualification TEXT",
                """
                CREATE TABLE practice_change(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
                  person TEXT NOT NULL REFERENCES user(id), by TEXT NOT NULL, at INTEGER NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence), body BLOB NOT NULL) STRICT""",
                "CREATE INDEX practice_change_person ON practice_change(person)",
                DocumentsSchema.never("practice_change", "UPDATE", "a correction of a person never changes"),
                DocumentsSchema.never("practice_change", "DELETE", "a correction of a person is never deleted"));
    }
}
