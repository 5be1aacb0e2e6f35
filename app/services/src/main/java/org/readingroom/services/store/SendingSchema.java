package org.readingroom.services.store;

import java.util.List;

/// What is known of the sending of each entry of the outbox, beside its content, which never changes.
///
/// ```
/// outbox_plan    one row an entry that was tried: when to try again, and the version of the report on the
///                server that the entry's words rest on
/// outbox_event   the story of an entry; only grows
/// receipt        the server's acknowledgement of an entry; one, and never another
/// server_report  what this home last knew a report to be on the server: the common ground of a merge.
///                `own` is the number of the signed version it is, 0 when `body` holds the words;
///                `resource` is where on the server it stands, empty where it was not noted
/// incoming       the newest change of a report that came from the server; `at` is 0 once somebody left it at that
/// ```
///
/// Columns called `body` hold sealed bytes. Times are milliseconds since 1970, UTC.
final class SendingSchema {
    private SendingSchema() {}

    static List<String> step() {
        return List.of(
                "CREATE INDEX outbox_state ON outbox(state, target)",
                "CREATE INDEX outbox_report ON outbox(report, version)",
                """
                CREATE TABLE outbox_plan(
                  entry TEXT PRIMARY KEY REFERENCES outbox(id), due INTEGER NOT NULL, tried INTEGER NOT NULL,
                  base TEXT NOT NULL) STRICT""",
                """
                CREATE TABLE outbox_event(
                  sequence INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL REFERENCES outbox(id),
                  at INTEGER NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL) STRICT""",
                "CREATE INDEX outbox_event_entry ON outbox_event(entry)",
                DocumentsSchema.never("outbox_event", "UPDATE", "the story of an entry never changes"),
                DocumentsSchema.never("outbox_event", "DELETE", "the story of an entry is never cut"),
                """
                CREATE TABLE receipt(
                  entry TEXT PRIMARY KEY REFERENCES outbox(id), at INTEGER NOT NULL, body BLOB NOT NULL) STRICT""",
                DocumentsSchema.never("receipt", "UPDATE", "a receipt never changes"),
                DocumentsSchema.never("receipt", "DELETE", "a receipt is never deleted"),
                """
                CREATE TABLE server_report(
                  report TEXT PRIMARY KEY, version TEXT NOT NULL, own INTEGER NOT NULL, body BLOB) STRICT""",
                """
                CREATE TABLE incoming(
                  report TEXT PRIMARY KEY, study BLOB NOT NULL, version TEXT NOT NULL, at INTEGER NOT NULL,
                  body BLOB NOT NULL) STRICT""");
    }

    static List<String> resources() {
        return List.of("ALTER TABLE server_report ADD COLUMN resource TEXT NOT NULL DEFAULT ''");
    }
}
