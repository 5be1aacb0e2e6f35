package org.readingroom.report.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who signs. `licenceValidUntil` is the last good day; null when no licence is on record.
/// `qualifiedSince` is the day the person began to practise as a physician; null when the directory
/// does not say.
public record Author(
        String userId,
        String displayName,
        Set<AuthorRole> roles,
        String licenceNumber,
        @Nullable LocalDate licenceValidUntil,
        @Nullable LocalDate qualifiedSince) {
    public Author {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    /// Of whom the directory does not say how long they have practised.
    public Author(
            String userId,
            String displayName,
            Set<AuthorRole> roles,
            String licenceNumber,
            @Nullable LocalDate licenceValidUntil) {
        this(userId, displayName, roles, licenceNumber, licenceValidUntil, null);
    }

    /// Whole years of practice on `day`; nothing when the directory does not say.
    public OptionalInt years(LocalDate day) {
        LocalDate since = qualifiedSince;
        return since == null
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.max(0, ChronoUnit.YEARS.between(since, day)));
    }

    /// Whether `years` whole years of practice lie before `day`; false when the directory does not say.
    public boolean hasPractised(int years, LocalDate day) {
        LocalDate since = qualifiedSince;
        return years <= 0 || since != null && !since.plusYears(years).isAfter(day);
    }
}
