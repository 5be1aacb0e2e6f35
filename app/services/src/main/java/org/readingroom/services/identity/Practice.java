package org.readingroom.services.identity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What is on record of a person as a physician (clauses B20, D2, E23). What nobody entered is empty or null, and
/// counts
/// as not there.
///
/// `since` is the day the person began to practise, so that years grow by themselves; `licenceUntil` the last good day.
public record Practice(
        String qualification,
        String licence,
        @Nullable LocalDate licenceUntil,
        @Nullable LocalDate since) {
    /// chosen: longer than anybody practises.
    private static final int MOST_YEARS = 70;

    public Practice {
        qualification = qualification.strip();
        licence = licence.strip();
    }

    /// Whole years of practice on `day`; nothing when nobody entered since when.
    public OptionalInt years(LocalDate day) {
        return since == null
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.max(0, ChronoUnit.YEARS.between(since, day)));
    }

    /// What is wrong with it on `today`, as the end of a message key; empty when nothing is.
    public String fault(LocalDate today) {
        LocalDate began = since;
        LocalDate until = licenceUntil;
        if (licence.isEmpty() != Objects.isNull(until)) {
            return "licence-half";
        }
        if (began != null && began.isAfter(today)) {
            return "since-future";
        }
        if (began != null && began.isBefore(today.minusYears(MOST_YEARS))) {
            return "since-past";
        }
        return began != null && until != null && until.isBefore(began) ? "licence-before" : "";
    }
}
