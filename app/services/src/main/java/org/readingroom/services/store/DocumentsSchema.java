package org.readingroom.services.store;

import java.util.List;

/// The layout of `documents.db`: what cannot be made again.
///
/// Columns called `body`, `pdf`, `subject`, `signing_key` and `wrapped_…` hold sealed bytes; `study`
/// is a keyed digest of the Study Instance UID. Times are milliseconds since 1970, UTC.
public final class DocumentsSchema {
    private DocumentsSchema() {}

    public static final Schema SCHEMA = new Schema(List.of(
            first(),
            second(),
            third(),
            followUps(),
            SendingSchema.step(),
            patientLinks(),
            archiveStudies(),
            CriticalSchema.step(),
            CourseSchema.step(),
            SuggestionSchema.step(),
            ImageQualitySchema.step(),
            LateSchema.step(),
            SendingSchema.resources(),
            OverruleSchema.step(),
            ResearchSchema.step(),
            AftercareSchema.step(),
            PracticeSchema.step(),
            OutsideSchema.step(),
            FirstPasswordSchema.step()));

    private static List<String> first() {
        return List.of(
                "CREATE TABLE home(key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
                """
                CREATE TABLE user(
                  id TEXT PRIMARY KEY, login TEXT NOT NULL COLLATE NOCASE UNIQUE, display TEXT NOT NULL,
                  roles TEXT NOT NULL, licence TEXT, licence_until TEXT, kdf TEXT NOT NULL, salt BLOB NOT NULL,
                  wrapped_user_key BLOB NOT NULL, wrapped_data_key BLOB NOT NULL,
                  signing_key BLOB NOT NULL, certificates BLOB NOT NULL,
                  failures INTEGER NOT NULL, locked_until INTEGER NOT NULL, created INTEGER NOT NULL) STRICT""",
                """
                CREATE TABLE draft(
                  report TEXT PRIMARY KEY, study BLOB NOT NULL UNIQUE, base_version INTEGER NOT NULL,
                  author TEXT NOT NULL, saved INTEGER NOT NULL, body BLOB NOT NULL) STRICT""",
                """
                CREATE TABLE version(
                  report TEXT NOT NULL, version INTEGER NOT NULL, study BLOB NOT NULL, stage TEXT NOT NULL,
                  signer TEXT NOT NULL, signed_at INTEGER NOT NULL, digest TEXT NOT NULL,
                  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence),
                  audit_digest BLOB NOT NULL, body BLOB NOT NULL, pdf BLOB NOT NULL,
                  PRIMARY KEY(report, version)) STRICT""",
                "CREATE INDEX version_study ON version(study)",
                """
                CREATE TABLE outbox(
                  id TEXT PRIMARY KEY, report TEXT NOT NULL, version INTEGER NOT NULL, study BLOB NOT NULL,
                  kind TEXT NOT NULL, media_type TEXT NOT NULL, target TEXT NOT NULL, created INTEGER NOT NULL,
                  bytes INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
                  subject BLOB NOT NULL, body BLOB NOT NULL,
                  FOREIGN KEY(report, version) REFERENCES version(report, version)) STRICT""",
                "CREATE TABLE annotation(study BLOB PRIMARY KEY, author TEXT NOT NULL, saved INTEGER NOT NULL,"
                        + " body BLOB NOT NULL) STRICT",
                """
                CREATE TABLE audit(
                  sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL,
                  type TEXT NOT NULL, object TEXT, outcome TEXT NOT NULL, detail TEXT NOT NULL,
                  algorithm TEXT NOT NULL, previous BLOB NOT NULL, digest BLOB NOT NULL) STRICT""",
                never("version", "UPDATE", "a signed version never changes"),
                never("version", "DELETE", "a signed version is never deleted"),
                never("audit", "UPDATE", "the audit trail never changes"),
                never("audit", "DELETE", "the audit trail is never deleted"),
                never("outbox", "DELETE", "nothing leaves the outbox without a receipt"),
                """
                CREATE TRIGGER outbox_keeps_content
                BEFORE UPDATE OF id, report, version, study, kind, media_type, target, created, bytes,
                  subject, body ON outbox
                BEGIN SELECT RAISE(ABORT, 'what was signed is what is sent'); END""");
    }

    /// What the desk itself notes about a study, such as its priority.
    private static List<String> second() {
        return List.of("CREATE TABLE study_note(study BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT");
    }

    /// Objects made of marks wait in the outbox too, which belong to no version of a report.
    ///
    /// `slot` is a keyed digest of what an object is of, such as the measurements of the study: the
    /// last of a slot is the one that holds. `content` is a keyed digest of the marks it was made of.
    /// `stored` is 1 once the object is among the files of its study.
    private static List<String> third() {
        String columns = "id, report, version, study, kind, media_type, target, created, bytes, state, attempts,"
                + " subject, body";
        return List.of(
                """
                CREATE TABLE outbox_next(
                  id TEXT PRIMARY KEY, report TEXT, version INTEGER, study BLOB NOT NULL,
                  kind TEXT NOT NULL, media_type TEXT NOT NULL, target TEXT NOT NULL, created INTEGER NOT NULL,
                  bytes INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
                  subject BLOB NOT NULL, body BLOB NOT NULL,
                  CHECK((report IS NULL) = (version IS NULL)),
                  FOREIGN KEY(report, version) REFERENCES version(report, version)) STRICT""",
                "INSERT INTO outbox_next(rowid, " + columns + ") SELECT rowid, " + columns
                        + " FROM outbox ORDER BY rowid",
                "DROP TRIGGER outbox_never_delete",
                "DROP TRIGGER outbox_keeps_content",
                "DROP TABLE outbox",
                "ALTER TABLE outbox_next RENAME TO outbox",
                never("outbox", "DELETE", "nothing leaves the outbox without a receipt"),
                """
                CREATE TRIGGER outbox_keeps_content
                BEFORE UPDATE OF id, report, version, study, kind, media_type, target, created, bytes,
                  subject, body ON outbox
                BEGIN SELECT RAISE(ABORT, 'what was signed is what is sent'); END""",
                """
                CREATE TABLE made_object(
                  id TEXT PRIMARY KEY REFERENCES outbox(id), study BLOB NOT NULL, slot BLOB NOT NULL,
                  content BLOB NOT NULL, stored INTEGER NOT NULL, body BLOB NOT NULL) STRICT""",
                "CREATE INDEX made_object_study ON made_object(study)",
                never("made_object", "DELETE", "what was made stays known"));
    }

    /// Lesions followed from study to study; `patient` is a keyed digest of the Patient ID and its issuer.
    private static List<String> followUps() {
        return List.of("CREATE TABLE follow_up(patient BLOB PRIMARY KEY, author TEXT NOT NULL, saved INTEGER NOT NULL,"
                + " body BLOB NOT NULL) STRICT");
    }

    static String never(String table, String act, String words) {
        return "CREATE TRIGGER " + table + "_never_" + act.toLowerCase(java.util.Locale.ROOT) + " BEFORE " + act
                + " ON " + table + " BEGIN SELECT RAISE(ABORT, '" + words + "'); END";
    }

    /// Studies that an archive was asked for; the index cannot tell them from others when it is made anew.
    private static List<String> archiveStudies() {
        return List.of("CREATE TABLE archive_study(study BLOB PRIMARY KEY) STRICT, WITHOUT ROWID");
    }

    /// Numbers that the EMPI has merged; `patient` is a keyed digest as in `follow_up`.
    private static List<String> patientLinks() {
        return List.of("CREATE TABLE patient_link(patient BLOB PRIMARY KEY, body BLOB NOT NULL) STRICT");
    }
}
