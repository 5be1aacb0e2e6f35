package org.readingroom.report.quality;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.StudyUid;

/// Something that is to be looked after once a report is out (随访, clauses D7, E20): what, until when, and
/// how it ended.
///
/// `whose` says patient and examination in one line. `end` is null while it is open.
public record FollowUpItem(
        String id,
        StudyUid study,
        String whose,
        LocalDate due,
        String what,
        String userId,
        String name,
        Instant at,
        @Nullable End end) {
    /// How it ended: done, or no longer wanted for a reason.
    public record End(boolean isDone, String words, String userId, String name, Instant at) {}

    public boolean isOpen() {
        return end == null;
    }

    /// Whether it is open and its day is past.
    public boolean isOverdue(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }

    public FollowUpItem ended(End how) {
        return new FollowUpItem(id, study, whose, due, what, userId, name, at, how);
    }
}
