package org.readingroom.services.store;

import java.util.List;

/// The layout of what other systems reported of a patient.
///
/// ```
/// outside_report   one row a patient: all that the RIS told when it was asked last.
///                  `patient` is a keyed digest as in `follow_up`, `asked` when, `used` when it was last wanted,
///                  `body` the patient who was asked for and the reports, sealed
/// ```
///
/// Times are milliseconds since 1970, UTC. Unlike what is signed here, rows change and go.
final class OutsideSchema {
    private OutsideSchema() {}

    static List<String> step() {
        return List.of("""
                CREATE TABLE outside_report(
                  patient BLOB PRIMARY KEY, asked INTEGER NOT NULL, used INTEGER NOT NULL,
                  body BLOB NOT NULL) STRICT""");
    }
}
