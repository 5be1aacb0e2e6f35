package org.readingroom.services.ris;

/// What came of claiming or releasing a case.
public sealed interface ClaimOutcome {
    /// The order as it is now.
    Order order();

    record Done(Order order) implements ClaimOutcome {}

    /// Somebody else was faster; `order` says who.
    record Lost(Order order) implements ClaimOutcome {}
}
