package org.readingroom.report.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Whole days of a calendar, the first and the last of them counted.
// [impl->req~report.statistics.period~1]
public record Period(LocalDate first, LocalDate last, ZoneId zone) {
    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period from " + first + " to " + last);
        }
    }

    /// The month of `today`, to its end.
    public static Period month(LocalDate today, ZoneId zone) {
        return new Period(today.withDayOfMonth(1), today.withDayOfMonth(today.lengthOfMonth()), zone);
    }

    public static Period monthBefore(LocalDate today, ZoneId zone) {
        return month(today.withDayOfMonth(1).minusDays(1), zone);
    }

    /// `days` days that end with `today`.
    public static Period lastDays(LocalDate today, int days, ZoneId zone) {
        return new Period(today.minusDays(days - 1L), today, zone);
    }

    public Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    /// The first moment after it.
    public Instant until() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from()) && moment.isBefore(until());
    }
}
