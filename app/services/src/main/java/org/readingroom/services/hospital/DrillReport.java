package org.readingroom.services.hospital;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.LinkKind;

/// What was done while the links were cut on purpose, and what became of it afterwards. It names no patient.
///
/// Of the times, `cutFor` is from the cut to its end, `backAfter` from there until every link answered again, null
/// when one did not; `emptyAfter` until all that was queued had left, null when some is still waiting.
public record DrillReport(
        Instant begun,
        Set<LinkKind> links,
        String person,
        Work work,
        Duration cutFor,
        @Nullable Duration backAfter,
        @Nullable Duration emptyAfter) {
    public DrillReport {
        links = Set.copyOf(links);
    }

    /// Counts: studies whose report was opened and whose draft was written, versions signed, objects made, entries put
    /// into the outbox, those of them that were sent since, and those that the server refused.
    public record Work(int read, int drafted, int signed, int made, int queued, int sent, int refused) {}

    /// Whether the links came back and everything left.
    public boolean isPassed() {
        return backAfter != null && emptyAfter != null && work.refused() == 0;
    }
}
