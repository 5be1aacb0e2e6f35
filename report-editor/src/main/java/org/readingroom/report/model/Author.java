package org.readingroom.report.model;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who signs. `licenceValidUntil` is the last good day; null when no licence is on record.
public record Author(
        String userId,
        String displayName,
        Set<AuthorRole> roles,
        String licenceNumber,
        @Nullable LocalDate licenceValidUntil) {
    public Author {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }
}
