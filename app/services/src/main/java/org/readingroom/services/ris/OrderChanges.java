package org.readingroom.services.ris;

import java.util.List;

/// What changed since a cursor. `gone` are ids of orders the RIS no longer has; `cursor` goes into the next
/// question.
///
/// `isWhole` when `orders` are all that is open, whatever was known before: a RIS that cannot tell what changed, or
/// no longer knows the cursor, answers so.
public record OrderChanges(List<Order> orders, List<String> gone, String cursor, boolean isWhole) {
    public OrderChanges {
        orders = List.copyOf(orders);
        gone = List.copyOf(gone);
    }
}
