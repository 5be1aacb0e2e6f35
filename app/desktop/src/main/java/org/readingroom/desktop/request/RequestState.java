package org.readingroom.desktop.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RequestForm;

/// How much of a request is known.
public sealed interface RequestState {
    /// No order is looked at.
    record None() implements RequestState {}

    /// `before` is what the hospital said of the same order until then; null for nothing.
    record Asking(Order order, @Nullable Shown before) implements RequestState {}

    /// The hospital said so at `asked`.
    record Shown(Order order, RequestForm form, Instant asked) implements RequestState {}

    /// The hospital did not show it; `fault` says why.
    record Failed(Order order, Exception fault) implements RequestState {}
}
