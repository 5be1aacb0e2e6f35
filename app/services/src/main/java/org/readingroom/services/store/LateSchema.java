package org.readingroom.services.store;

import java.util.List;

/// The layout of words that came too late for their report.
///
/// ```
/// late_words     one row a writing that met a signature, an act or another draft; the last words of it.
///                `body` the report as it was written, sealed
/// ```
final class LateSchema {
    private LateSchema() {}

    static List<String> step() {
        return List.of("""
                CREATE TABLE late_words(
                  id TEXT PRIMARY KEY, study BLOB NOT NULL, author TEXT NOT NULL, saved INTEGER NOT NULL,
                  body BLOB NOT NULL) STRICT""", "CREATE INDEX late_words_study ON late_words(study)");
    }
}
