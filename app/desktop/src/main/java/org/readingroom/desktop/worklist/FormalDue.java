package org.readingroom.desktop.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistRow;

/// How long until the formal report has to be there of a study whose temporary one stands, or how long it is late.
///
/// **Range:** `left` is negative once it is late.
// [impl->req~worklist.temporary~1]
record FormalDue(Duration left) {
    /// Nothing where no temporary report stands.
    static Optional<FormalDue> of(WorklistRow row, Instant now) {
        return Optional.ofNullable(row.formalDue()).map(due -> new FormalDue(Duration.between(now, due)));
    }

    static boolean isOverdue(WorklistRow row, Instant now) {
        return of(row, now).filter(FormalDue::isOverdue).isPresent();
    }

    boolean isOverdue() {
        return left.isNegative();
    }

    /// The mark of the state `state`, whose words are `name`: what was signed since says so, and the clock that the
    /// temporary report stands for all that.
    CellMark mark(ReadingState state, String name, Words words) {
        String tip = words.get(
                isOverdue() ? "desktop.worklist.temporary.late" : "desktop.worklist.temporary.stands",
                WaitingTime.clock(left.abs()));
        boolean isLast = state == ReadingState.TEMPORARY_SIGNED;
        return new CellMark(
                MaterialDesignC.CLOCK_ALERT_OUTLINE,
                isOverdue() ? "critical" : "attention",
                isLast && isOverdue() ? words.get("desktop.worklist.temporary.overdue") : name,
                isLast ? tip : name + "  " + tip);
    }
}
