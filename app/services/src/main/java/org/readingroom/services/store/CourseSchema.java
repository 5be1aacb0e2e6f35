package org.readingroom.services.store;

import java.util.List;

/// The layout of what was done about signed versions beside signing, and of how long a person has
/// practised.
///
/// ```
/// course_act     one row an act, in the order they were done; only grows. `digest` is that of the signed
///                version it is about, `body` the act, sealed
/// ```
final class CourseSchema {
    private CourseSchema() {}

    static List<String> step() {
        return List.of(
                "ALTER TABLE user ADD COLUMN qualified_since TEXT",
                """
                CREATE TABLE course_act(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, study BLOB NOT NULL,
                  digest TEXT NOT NULL, kind TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence), audit_digest BLOB NOT NULL,
                  body BLOB NOT NULL) STRICT""",
                "CREATE INDEX course_act_study ON course_act(study)",
                DocumentsSchema.never("course_act", "UPDATE", "what was done about a version never changes"),
                DocumentsSchema.never("course_act", "DELETE", "what was done about a version is never deleted"));
    }
}
