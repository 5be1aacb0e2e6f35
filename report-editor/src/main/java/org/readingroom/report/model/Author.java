package org.readingroom.report.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who signs. `licenceValidUntil` is the last good day; null when no licence is on record.
public record Author(
        String userId,
        String displayName,
        AuthorRole role,
        String licenceNumber,
        @Nullable LocalDate licenceValidUntil) {}
