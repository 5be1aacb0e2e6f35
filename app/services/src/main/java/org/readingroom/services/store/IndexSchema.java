package org.readingroom.services.store;

import java.util.List;

/// The layout of `index.db`: which instance lies in which file. All of it can be made again from the files.
///
/// Keys are keyed digests of the UIDs; bodies are sealed JSON.
public final class IndexSchema {
    private IndexSchema() {}

    public static final Schema SCHEMA = new Schema(List.of(List.of(
            "CREATE TABLE study(key BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE series(key BLOB PRIMARY KEY, study BLOB NOT NULL REFERENCES study(key),"
                    + " body BLOB NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE INDEX series_study ON series(study)",
            "CREATE TABLE instance(key BLOB PRIMARY KEY, series BLOB NOT NULL REFERENCES series(key),"
                    + " body BLOB NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE INDEX instance_series ON instance(series)",
            "CREATE TABLE state(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")));
}
