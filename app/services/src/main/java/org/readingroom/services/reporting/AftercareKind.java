package org.readingroom.services.reporting;

/// What a row of what became of cases says.
enum AftercareKind {
    COMPARED,
    OPENED,
    DONE,
    DROPPED
}
