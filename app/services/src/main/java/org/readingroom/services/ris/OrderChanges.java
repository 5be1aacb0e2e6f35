package org.readingroom.services.ris;

import java.util.List;

/// What changed since a cursor. `gone` are ids of orders the RIS no longer has; `cursor` goes into the next
/// question.
public record OrderChanges(List<Order> orders, List<String> gone, String cursor) {
    public OrderChanges {
        orders = List.copyOf(orders);
        gone = List.copyOf(gone);
    }
}
