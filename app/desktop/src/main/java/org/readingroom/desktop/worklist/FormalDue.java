package org.readingroom.desktop.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.WorklistRow;

/// How long until the formal report has to be there of a study whose temporary one stands, or how long it is late.
///
/// **Range:** `left` is negative once it is late.
// [impl->req~worklist.temporary~1]
record FormalDue(Duration left) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// Nothing where no temporary report stands.
    static Optional<FormalDue> of(WorklistRow row, Instant now) {
        return Optional.ofNullable(row.formalDue()).map(due -> new FormalDue(Duration.between(now, due)));
    }

    static boolean isOverdue(WorklistRow row, Instant now) {
        return of(row, now).filter(FormalDue::isOverdue).isPresent();
    }

    /// The moment itself, to the minute, which stays true while the clock goes on; empty where none stands.
    static String at(WorklistRow row, ZoneId zone) {
        Instant due = row.formalDue();
        return due == null ? "" : MINUTE.format(due.atZone(zone));
    }

    boolean isOverdue() {
        return left.isNegative();
    }

    /// `mark`, which says how far the report is or what it waits for, with the clock of the temporary one: by its tone
    /// and tip it says for all that that it stands.
    CellMark beside(CellMark mark, Words words) {
        return new CellMark(
                MaterialDesignC.CLOCK_ALERT_OUTLINE,
                isOverdue() ? "critical" : "attention",
                mark.text(),
                mark.tip() + "  " + tip(words));
    }

    /// The mark of a temporary report that nothing was signed after.
    CellMark alone(String name, Words words) {
        String text = isOverdue() ? words.get("desktop.worklist.temporary.overdue") : name;
        return beside(new CellMark(null, "", text, name), words);
    }

    private String tip(Words words) {
        return words.get(
                isOverdue() ? "desktop.worklist.temporary.late" : "desktop.worklist.temporary.stands",
                WaitingTime.clock(left.abs()));
    }
}
