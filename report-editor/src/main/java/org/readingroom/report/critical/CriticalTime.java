package org.readingroom.report.critical;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.critical.CriticalEvent.Mark;

/// One critical value from its discovery until the ward was told, with the names of both sides.
///
/// `notifiedAt` is null while the ward has not been told. `isCertain` is false when a clock was not to be trusted,
/// or the times do not follow one another. Times are when things happened, not when they were written down.
public record CriticalTime(
        UUID loop,
        CriticalFinding finding,
        Instant discoveredAt,
        String discoveredBy,
        @Nullable Instant notifiedAt,
        String notifiedBy,
        String notifiedTo,
        boolean isBackfilled,
        boolean isCertain) {

    /// Nothing for what only a machine suspects or what was excluded; what nobody verified has its time as well.
    static Optional<CriticalTime> of(CriticalCase loop) {
        Optional<CriticalEvent> discovered = loop.last(CriticalKind.DISCOVERED);
        if (discovered.isEmpty() || loop.state() == CriticalState.EXCLUDED) {
            return Optional.empty();
        }
        CriticalEvent found = discovered.get();
        CriticalEvent told = loop.last(CriticalKind.NOTIFIED).orElse(null);
        CriticalContact contact = told == null ? null : told.contact();
        return Optional.of(new CriticalTime(
                loop.id(),
                loop.finding(),
                found.occurredAt(),
                found.by().name(),
                told == null ? null : told.occurredAt(),
                told == null ? "" : told.by().name(),
                contact == null ? "" : contact.name(),
                found.is(Mark.BACKFILLED) || told != null && told.is(Mark.BACKFILLED),
                !found.is(Mark.CLOCK_DOUBTED)
                        && (told == null
                                || !told.is(Mark.CLOCK_DOUBTED)
                                        && !told.occurredAt().isBefore(found.occurredAt()))));
    }

    /// Nothing while the ward has not been told, or where the times are in doubt.
    public Optional<Duration> took() {
        Instant told = notifiedAt;
        return told == null || !isCertain ? Optional.empty() : Optional.of(Duration.between(discoveredAt, told));
    }
}
