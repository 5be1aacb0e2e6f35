package org.readingroom.services.ris;

import java.util.List;

/// What changed since a cursor. `gone` are ids of orders the RIS no longer has; `cursor` goes into the next
/// question.
///
/// `isWhole` when `orders` are all that is open, whatever was known before: a RIS that cannot tell what changed, or
/// no longer knows the cursor, answers so. `links` say of patients whom they were merged into, or that they stand
/// alone again.
public record OrderChanges(
        List<Order> orders, List<String> gone, String cursor, boolean isWhole, List<PatientLink> links) {
    public OrderChanges {
        orders = List.copyOf(orders);
        gone = List.copyOf(gone);
        links = List.copyOf(links);
    }

    public OrderChanges(List<Order> orders, List<String> gone, String cursor, boolean isWhole) {
        this(orders, gone, cursor, isWhole, List.of());
    }
}
