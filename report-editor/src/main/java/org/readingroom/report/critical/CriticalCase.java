package org.readingroom.report.critical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One loop: everything that happened to one finding, in the order it was written down.
// [impl->req~report.critical.loop~1]
public record CriticalCase(UUID id, List<CriticalEvent> events) {
    public CriticalCase {
        events = List.copyOf(events);
        if (events.isEmpty() || events.getFirst().finding() == null) {
            throw new IllegalArgumentException("a loop begins with what was found");
        }
    }

    /// As the last event with a finding says: a person's words take the place of a machine's.
    public CriticalFinding finding() {
        CriticalFinding last = null;
        for (CriticalEvent event : events) {
            CriticalFinding said = event.finding();
            last = said == null ? last : said;
        }
        return java.util.Objects.requireNonNull(last);
    }

    public CriticalState state() {
        return stateOf(step().kind());
    }

    /// The last event that brought the loop on, with its corrections.
    public CriticalEvent step() {
        return corrected(events.reversed().stream()
                .filter(event -> isStep(event.kind()))
                .findFirst()
                .orElseThrow());
    }

    /// The last event of a kind, with its corrections.
    public Optional<CriticalEvent> last(CriticalKind kind) {
        return events.reversed().stream()
                .filter(event -> event.kind() == kind)
                .findFirst()
                .map(this::corrected);
    }

    /// The event of this loop as it was written down.
    public Optional<CriticalEvent> event(@Nullable UUID event) {
        return events.stream().filter(each -> each.id().equals(event)).findFirst();
    }

    /// `event` as its corrections, one on top of the other, say that it was.
    public CriticalEvent corrected(CriticalEvent event) {
        CriticalEvent right = event;
        for (CriticalEvent each : events) {
            right = event.id().equals(each.corrects()) ? right.corrected(each) : right;
        }
        return right;
    }

    /// The time of the step before or after the event `id`, with its corrections; nothing where there is none.
    Optional<Instant> beside(@Nullable UUID id, boolean isBefore) {
        List<CriticalEvent> ordered = isBefore ? events : events.reversed();
        Instant found = null;
        for (CriticalEvent event : ordered) {
            if (event.id().equals(id)) {
                return Optional.ofNullable(found);
            }
            found = isStep(event.kind()) ? corrected(event).occurredAt() : found;
        }
        return Optional.empty();
    }

    /// Whether the ward's systems were given it.
    public boolean isSent() {
        return last(CriticalKind.SENT).isPresent();
    }

    /// The latest time anything was written down: a clock that shows less has gone back.
    public Instant lastRecorded() {
        return events.stream()
                .map(CriticalEvent::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /// The same loop with one more event.
    public CriticalCase with(CriticalEvent event) {
        return new CriticalCase(
                id,
                java.util.stream.Stream.concat(events.stream(), java.util.stream.Stream.of(event))
                        .toList());
    }

    static boolean isStep(CriticalKind kind) {
        return switch (kind) {
            case SUSPECTED, DISCOVERED, VERIFIED, EXCLUDED, NOTIFIED, ACKNOWLEDGED, HANDLED -> true;
            case SENT, UNREACHED, ESCALATED, CORRECTED -> false;
        };
    }

    private static CriticalState stateOf(CriticalKind step) {
        return switch (step) {
            case SUSPECTED -> CriticalState.SUSPECTED;
            case DISCOVERED -> CriticalState.DISCOVERED;
            case VERIFIED -> CriticalState.VERIFIED;
            case EXCLUDED -> CriticalState.EXCLUDED;
            case NOTIFIED -> CriticalState.NOTIFIED;
            case ACKNOWLEDGED -> CriticalState.ACKNOWLEDGED;
            case HANDLED -> CriticalState.HANDLED;
            case SENT, UNREACHED, ESCALATED, CORRECTED ->
                throw new IllegalArgumentException(step + " brings no loop on");
        };
    }
}
