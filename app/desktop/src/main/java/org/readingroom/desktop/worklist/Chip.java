package org.readingroom.desktop.worklist;

import java.util.Locale;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistItem;

/// The ready-made filters above the worklist.
public enum Chip {
    ALL,
    EMERGENCY,
    UNREAD,
    DRAFTS,
    TO_REVIEW,
    SIGNED,
    MINE;

    public String messageKey() {
        return "desktop.chip." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean takes(WorklistItem item, User user) {
        return switch (this) {
            case ALL -> true;
            case EMERGENCY -> item.priority() == ReadingPriority.STAT || item.priority() == ReadingPriority.HIGH;
            case UNREAD -> item.state() == ReadingState.NEW;
            case DRAFTS -> item.state() == ReadingState.DRAFT;
            case TO_REVIEW ->
                item.state() == ReadingState.TRAINEE_SUBMITTED || item.state() == ReadingState.PRIMARY_SIGNED;
            case SIGNED -> item.state() == ReadingState.AWAITING_ISSUE || item.state() == ReadingState.ISSUED;
            case MINE -> !item.reader().isEmpty() && item.reader().equals(user.displayName());
        };
    }
}
