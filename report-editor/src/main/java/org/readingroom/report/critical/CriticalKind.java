package org.readingroom.report.critical;

import java.util.Locale;

/// What happened in a loop.
public enum CriticalKind {
    /// A machine took something for a critical value (clause C9): it orders the list, and starts no clock.
    SUSPECTED,
    DISCOVERED,
    /// A senior agrees.
    VERIFIED,
    /// A senior, or for a machine's suspicion any reader, says that it is none.
    EXCLUDED,
    /// On its way to the ward over the hospital's systems; nobody there has it yet.
    SENT,
    /// Somebody tried and nobody answered.
    UNREACHED,
    /// A person of the ward has been told.
    NOTIFIED,
    /// It was late, and somebody higher was to be called in.
    ESCALATED,
    /// The ward says that it took it over.
    ACKNOWLEDGED,
    /// The ward says what was done.
    HANDLED,
    /// An event before this one was written down wrongly.
    CORRECTED;

    /// A line of the `report` bundle.
    public String messageKey() {
        return "report.critical.kind." + name().toLowerCase(Locale.ROOT);
    }
}
