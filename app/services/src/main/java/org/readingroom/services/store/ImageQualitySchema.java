package org.readingroom.services.store;

import java.util.List;

/// What was judged of the images of studies; only grows, and each row came with its audit event.
///
/// `study` is a keyed digest of the Study Instance UID, `body` is sealed. `kind` and `grade` lie open, so that what
/// waits for new images is found without opening anything. Times are milliseconds since 1970, UTC.
final class ImageQualitySchema {
    private ImageQualitySchema() {}

    static List<String> step() {
        return List.of(
                """
                CREATE TABLE image_quality(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, study BLOB NOT NULL,
                  kind TEXT NOT NULL, grade TEXT NOT NULL, at INTEGER NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence), body BLOB NOT NULL) STRICT""",
                "CREATE INDEX image_quality_study ON image_quality(study)",
                "CREATE INDEX image_quality_at ON image_quality(at)",
                DocumentsSchema.never("image_quality", "UPDATE", "what was judged of images never changes"),
                DocumentsSchema.never("image_quality", "DELETE", "what was judged of images stays"));
    }
}
