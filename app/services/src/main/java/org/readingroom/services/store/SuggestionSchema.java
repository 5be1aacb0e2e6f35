package org.readingroom.services.store;

import java.util.List;

/// What people did with suggestions, and what became of the cases; both only grow.
///
/// ```
/// suggestion_act   one row an act: accepted, edited, rejected
/// ai_outcome       what the follow-up of an AI-assisted case found; the last of a report holds
/// ```
///
/// `study` is a keyed digest of the Study Instance UID, `words` one of the suggested words, `body` is sealed. Times are
/// milliseconds since 1970, UTC.
final class SuggestionSchema {
    private SuggestionSchema() {}

    static List<String> step() {
        return List.of(
                """
                CREATE TABLE suggestion_act(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, report TEXT NOT NULL,
                  study BLOB NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL, act TEXT NOT NULL,
                  source TEXT NOT NULL, source_version TEXT NOT NULL, words BLOB NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence), body BLOB NOT NULL) STRICT""",
                "CREATE INDEX suggestion_act_report ON suggestion_act(report)",
                DocumentsSchema.never("suggestion_act", "UPDATE", "what was done with a suggestion never changes"),
                DocumentsSchema.never("suggestion_act", "DELETE", "what was done with a suggestion stays"),
                """
                CREATE TABLE ai_outcome(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, report TEXT NOT NULL,
                  user TEXT NOT NULL, at INTEGER NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence), body BLOB NOT NULL) STRICT""",
                DocumentsSchema.never("ai_outcome", "UPDATE", "what a follow-up found never changes"),
                DocumentsSchema.never("ai_outcome", "DELETE", "what a follow-up found stays"));
    }
}
