package org.readingroom.services.store;

import java.util.List;

/// What happened to each critical value; only grows, and each row came with its audit event.
///
/// `study` is a keyed digest of the Study Instance UID, `body` is sealed. Times are milliseconds since 1970, UTC.
final class CriticalSchema {
    private CriticalSchema() {}

    static List<String> step() {
        return List.of(
                """
                CREATE TABLE critical_event(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, loop TEXT NOT NULL,
                  study BLOB NOT NULL, recorded INTEGER NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence), body BLOB NOT NULL) STRICT""",
                "CREATE INDEX critical_event_study ON critical_event(study)",
                DocumentsSchema.never("critical_event", "UPDATE", "what happened to a critical value never changes"),
                DocumentsSchema.never("critical_event", "DELETE", "what happened to a critical value stays"));
    }
}
