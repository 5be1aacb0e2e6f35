package org.readingroom.services.store;

import java.util.List;

/// The layout of `index.db`: which instance lies in which file, and what the hospital's orders were. All of it can be
/// made again: from the files, and by asking the hospital.
///
/// Keys are keyed digests of the UIDs; bodies are sealed JSON.
public final class IndexSchema {
    private IndexSchema() {}

    public static final Schema SCHEMA = new Schema(List.of(first(), orders(), expected(), listings()));

    private static List<String> first() {
        return List.of(
                "CREATE TABLE study(key BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID",
                "CREATE TABLE series(key BLOB PRIMARY KEY, study BLOB NOT NULL REFERENCES study(key),"
                        + " body BLOB NOT NULL) STRICT, WITHOUT ROWID",
                "CREATE INDEX series_study ON series(study)",
                "CREATE TABLE instance(key BLOB PRIMARY KEY, series BLOB NOT NULL REFERENCES series(key),"
                        + " body BLOB NOT NULL) STRICT, WITHOUT ROWID",
                "CREATE INDEX instance_series ON instance(series)",
                "CREATE TABLE state(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT");
    }

    private static List<String> orders() {
        return List.of("CREATE TABLE hospital_order(key BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID");
    }

    /// What the archive lists of a study, how much of it is here, and which files came from there. `used` is when
    /// somebody last looked at the study, in milliseconds since 1970.
    private static List<String> expected() {
        return List.of(
                "CREATE TABLE expected(study BLOB PRIMARY KEY, total INTEGER NOT NULL, here INTEGER NOT NULL,"
                        + " listed INTEGER NOT NULL, wanted INTEGER NOT NULL, body BLOB NOT NULL) STRICT, WITHOUT ROWID",
                "CREATE TABLE fetched(instance BLOB PRIMARY KEY, study BLOB NOT NULL, bytes INTEGER NOT NULL) STRICT,"
                        + " WITHOUT ROWID",
                "CREATE INDEX fetched_study ON fetched(study)",
                "CREATE TABLE study_use(study BLOB PRIMARY KEY, used INTEGER NOT NULL) STRICT, WITHOUT ROWID");
    }

    /// `list` is a keyed digest of the instances of the last whole listing, `since` when the archive first gave just
    /// these and `confirmed` when it last did, in milliseconds since 1970.
    private static List<String> listings() {
        return List.of(
                "ALTER TABLE expected ADD COLUMN list BLOB",
                "ALTER TABLE expected ADD COLUMN since INTEGER NOT NULL DEFAULT 0",
                "ALTER TABLE expected ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0");
    }
}
