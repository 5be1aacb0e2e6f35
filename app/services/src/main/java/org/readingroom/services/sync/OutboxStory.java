package org.readingroom.services.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that is known of one entry's way to its server.
///
/// `lastTried` is null before the first attempt, `nextTry` when nothing is planned. `waitsFor` is the entry that
/// has to go first, if one has to.
public record OutboxStory(
        OutboxEntry entry,
        List<OutboxEvent> events,
        @Nullable Instant lastTried,
        @Nullable Instant nextTry,
        Optional<Receipt> receipt,
        Optional<OutboxEntry> waitsFor) {
    public OutboxStory {
        events = List.copyOf(events);
    }

    /// The server's words about the last failure; empty when it said none.
    public String serversWords() {
        return events.isEmpty() ? "" : events.getLast().words();
    }
}
