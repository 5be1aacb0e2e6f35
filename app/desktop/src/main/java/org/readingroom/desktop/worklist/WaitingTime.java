package org.readingroom.desktop.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;

/// How long a case has waited since it was asked for, and how long it may.
///
/// `limit` is null where the hospital set none.
// [impl->req~worklist.waiting~1]
record WaitingTime(Duration waited, @Nullable Duration limit) {
    /// What runs out first comes first; what has no limit after that, the oldest first.
    static final Comparator<WorklistRow> FIRST_OUT = Comparator.<WorklistRow, @Nullable Instant>comparing(
                    WaitingTime::due, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(WaitingTime::requested, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    /// Nothing for a case that is done, or of which the hospital never said when it was asked for.
    static Optional<WaitingTime> of(WorklistRow row, Instant now) {
        Instant requested = requested(row);
        if (requested == null) {
            return Optional.empty();
        }
        Instant due = due(row);
        Duration waited = Duration.between(requested, now);
        return Optional.of(new WaitingTime(
                // clocks of two machines differ; nobody waits less than nothing
                waited.isNegative() ? Duration.ZERO : waited, due == null ? null : Duration.between(requested, due)));
    }

    boolean isOverdue() {
        return limit != null && waited.compareTo(limit) > 0;
    }

    /// How far beyond the limit; zero within it.
    Duration beyond() {
        return limit != null && isOverdue() ? waited.minus(limit) : Duration.ZERO;
    }

    /// Hours and minutes, as in `1:05`.
    static String clock(Duration time) {
        return "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
    }

    private static @Nullable Instant requested(WorklistRow row) {
        Order order = waiting(row);
        return order == null ? null : order.requested();
    }

    private static @Nullable Instant due(WorklistRow row) {
        Order order = waiting(row);
        return order == null ? null : order.due();
    }

    private static @Nullable Order waiting(WorklistRow row) {
        Order order = row.order();
        boolean isOver = order == null
                || order.state() == OrderState.COMPLETED
                || order.state() == OrderState.CANCELLED
                || row.state().compareTo(ReadingState.AWAITING_ISSUE) >= 0;
        return isOver ? null : order;
    }
}
