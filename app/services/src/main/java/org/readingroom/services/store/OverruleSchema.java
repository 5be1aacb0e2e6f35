package org.readingroom.services.store;

import java.util.List;

/// The layout of what persons let stand of what the checks found.
///
/// ```
/// overrule       one row each, in the order they were given; only grows. `body` says which check, sentence and
///                words, by whom, when and why, sealed
/// ```
final class OverruleSchema {
    private OverruleSchema() {}

    static List<String> step() {
        return List.of(
                """
                CREATE TABLE overrule(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, study BLOB NOT NULL,
                  body BLOB NOT NULL) STRICT""",
                "CREATE INDEX overrule_study ON overrule(study)",
                DocumentsSchema.never("overrule", "UPDATE", "what was let stand never changes"),
                DocumentsSchema.never("overrule", "DELETE", "what was let stand stays known"));
    }
}
