package org.readingroom.report.statistics;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A stretch of a report's way whose length is told.
public enum Step {
    ORDERED_TO_ISSUED,
    ARRIVED_TO_ISSUED,
    ARRIVED_TO_FIRST,
    FIRST_TO_ISSUED;

    @Nullable
    Instant begin(ReportFact fact) {
        return switch (this) {
            case ORDERED_TO_ISSUED -> fact.ordered();
            case ARRIVED_TO_ISSUED, ARRIVED_TO_FIRST -> fact.arrived();
            case FIRST_TO_ISSUED -> fact.firstSigned();
        };
    }

    @Nullable
    Instant end(ReportFact fact) {
        return this == ARRIVED_TO_FIRST ? fact.firstSigned() : fact.issued();
    }

    public String messageKey() {
        return "report.statistics.step." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
