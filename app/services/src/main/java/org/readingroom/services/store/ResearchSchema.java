package org.readingroom.services.store;

import java.util.List;

/// Research projects: what was done about each, and the key of each one's pseudonyms. Both only grow.
///
/// `body` is sealed. Times are milliseconds since 1970, UTC.
final class ResearchSchema {
    private ResearchSchema() {}

    static List<String> step() {
        return List.of(
                """
                CREATE TABLE research_act(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, project TEXT NOT NULL,
                  recorded INTEGER NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence), body BLOB NOT NULL) STRICT""",
                DocumentsSchema.never("research_act", "UPDATE", "what was done about research never changes"),
                DocumentsSchema.never("research_act", "DELETE", "what was done about research stays"),
                "CREATE TABLE research_key(project TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT",
                DocumentsSchema.never("research_key", "UPDATE", "the same patient keeps the same pseudonym"),
                DocumentsSchema.never("research_key", "DELETE", "the same patient keeps the same pseudonym"));
    }
}
