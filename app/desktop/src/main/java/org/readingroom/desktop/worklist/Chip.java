package org.readingroom.desktop.worklist;

import java.util.Locale;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.PatientFlag;

/// The ready-made filters above the worklist.
public enum Chip {
    ALL,
    EMERGENCY,
    /// A person found a critical value that is not closed, or a machine suspects one.
    CRITICAL,
    OVERDUE,
    UNREAD,
    DRAFTS,
    TO_REVIEW,
    SIGNED,
    MINE,
    READY;

    public String messageKey() {
        return "desktop.chip." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// True for what says nothing while the hospital's orders and archive are not known.
    boolean isOfTheHospital() {
        return this == OVERDUE || this == READY;
    }

    boolean takes(WorklistRow row, ListSight sight) {
        return switch (this) {
            case ALL -> true;
            case EMERGENCY -> isUrgent(row);
            case CRITICAL -> sight.critical(row).isPresent();
            case OVERDUE ->
                WaitingTime.of(row, sight.now()).filter(WaitingTime::isOverdue).isPresent();
            case UNREAD -> row.state() == ReadingState.NEW;
            case DRAFTS -> row.state() == ReadingState.DRAFT;
            case TO_REVIEW ->
                row.state() == ReadingState.TRAINEE_SUBMITTED || row.state() == ReadingState.PRIMARY_SIGNED;
            case SIGNED -> row.state().compareTo(ReadingState.AWAITING_ISSUE) >= 0;
            case MINE ->
                sight.isMine(row)
                        || row.awaited()
                                .filter(what -> what.isOf(sight.me().id()))
                                .isPresent();
            case READY -> sight.readiness(row).isWhole();
        };
    }

    private static boolean isUrgent(WorklistRow row) {
        return row.priority() == ReadingPriority.STAT
                || row.priority() == ReadingPriority.HIGH
                || row.order() != null && row.order().flags().contains(PatientFlag.EMERGENCY);
    }
}
