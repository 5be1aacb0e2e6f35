package org.readingroom.services.reading;

import org.readingroom.services.ris.Order;

/// What came of taking a case, or of giving it back.
public sealed interface ClaimAnswer {
    /// The case as it is known now.
    Order order();

    /// The hospital says so, too.
    record Confirmed(Order order) implements ClaimAnswer {}

    /// The hospital could not be asked; it is once the link is back.
    record Unconfirmed(Order order) implements ClaimAnswer {}

    /// Somebody else has it.
    record Lost(Order order) implements ClaimAnswer {
        /// Their name; empty when the hospital names nobody.
        public String holder() {
            return order.owner() == null ? "" : order.owner().displayName();
        }
    }
}
