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
    /// A temporary report stands, and its formal one is still to come.
    TEMPORARY,
    /// Whoever asked has waited longer than they should, or a temporary report stands longer than it may.
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

    /// True for what takes no room while the list is `sifted`: there is none of it, or the hospital's orders and
    /// archive, which would tell, are not known.
    boolean isIdle(SiftedRows sifted) {
        return switch (this) {
            case CRITICAL, TEMPORARY -> sifted.count(this) == 0;
            case OVERDUE -> !sifted.hasOrders() && sifted.count(this) == 0;
            case READY -> !sifted.hasOrders();
            default -> false;
        };
    }

    boolean takes(WorklistRow row, ListSight sight) {
        return switch (this) {
            case ALL -> true;
            case EMERGENCY -> isUrgent(row);
            case CRITICAL -> sight.critical(row).isPresent();
            case TEMPORARY -> row.formalDue() != null;
            case OVERDUE ->
                FormalDue.isOverdue(row, sight.now())
                        || WaitingTime.of(row, sight.now())
                                .filter(WaitingTime::isOverdue)
                                .isPresent();
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
