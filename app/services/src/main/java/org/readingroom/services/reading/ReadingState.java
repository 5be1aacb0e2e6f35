package org.readingroom.services.reading;

/// How far the reading of a study is, as the worklist shows it.
public enum ReadingState {
    NEW,
    DRAFT,
    /// Signed out of hours: the formal report is still to come.
    TEMPORARY_SIGNED,
    TRAINEE_SUBMITTED,
    /// Sent back to whoever signed last, to be written again.
    RETURNED,
    PRIMARY_SIGNED,
    /// Reviewed and signed here; final only when the hospital's RIS has issued it.
    AWAITING_ISSUE,
    ISSUED,
    /// The hospital has closed the order without this home: at which stage it does not say.
    DONE_ELSEWHERE;

    /// A line of the message bundles.
    public String messageKey() {
        return "services.state." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
