package org.readingroom.report.statistics;

import java.util.Locale;

/// Whether a report was an emergency's. `UNKNOWN` when neither order nor images say: it is not taken for
/// routine.
public enum Urgency {
    EMERGENCY,
    ROUTINE,
    UNKNOWN;

    public String messageKey() {
        return "report.statistics.urgency." + name().toLowerCase(Locale.ROOT);
    }
}
