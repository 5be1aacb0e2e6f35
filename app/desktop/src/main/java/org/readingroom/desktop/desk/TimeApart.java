package org.readingroom.desktop.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;

/// How far apart two studies were made, in words: days below two weeks, weeks below two months, months below two years,
/// then years and months. Never longer than it was: whole units that have passed.
// [impl->req~priors.time-apart~1]
public final class TimeApart {
    private TimeApart() {}

    /// `other` as seen from `current`, such as "8 months earlier"; that it is not known when a date is missing.
    public static String of(Messages words, @Nullable LocalDate current, @Nullable LocalDate other) {
        if (current == null || other == null) {
            return words.get("desk.apart.unknown");
        }
        if (other.equals(current)) {
            return words.get("desk.apart.same-day");
        }
        boolean isEarlier = other.isBefore(current);
        String length = isEarlier ? length(words, other, current) : length(words, current, other);
        return words.get(isEarlier ? "desk.apart.earlier" : "desk.apart.later", length);
    }

    private static String length(Messages words, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        long months = ChronoUnit.MONTHS.between(from, to);
        if (days < 14) {
            return words.get("desk.apart.days", days);
        }
        if (months < 2) {
            return words.get("desk.apart.weeks", days / 7);
        }
        if (months < 24) {
            return words.get("desk.apart.months", months);
        }
        return months % 12 == 0
                ? words.get("desk.apart.years", months / 12)
                : words.get("desk.apart.years-months", months / 12, months % 12);
    }
}
