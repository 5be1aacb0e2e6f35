package org.readingroom.report.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How soon after the study its report is to be there, for one urgency and some modalities; for all when
/// none is named.
///
/// `temporaryCounts` when a temporary report is a report for this limit.
public record ReadingLimit(Urgency urgency, Set<String> modalities, Duration within, boolean temporaryCounts) {
    public ReadingLimit {
        modalities = Set.copyOf(modalities);
        if (!within.isPositive()) {
            throw new IllegalArgumentException("a limit of " + within);
        }
    }

    boolean isFor(ReportFact fact) {
        return fact.urgency() == urgency && (modalities.isEmpty() || modalities.contains(fact.modality()));
    }

    /// When there was a report, as this limit counts; null while there is none.
    @Nullable
    Instant reported(ReportFact fact) {
        Instant issued = fact.issued();
        Instant temporary = temporaryCounts ? fact.temporary() : null;
        if (issued == null || temporary == null) {
            return issued == null ? temporary : issued;
        }
        return temporary.isBefore(issued) ? temporary : issued;
    }
}
