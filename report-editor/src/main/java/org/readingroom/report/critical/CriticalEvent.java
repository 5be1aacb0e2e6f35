package org.readingroom.report.critical;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened in a loop; it never changes.
///
/// `occurredAt` is when it happened, `recordedAt` when it was written down here: far apart, it was entered later
/// (补录). `finding` is there for what begins a loop, `corrects` for a correction. `words` are the reason, the
/// number that did not answer, or what was done. `marks` say what is not as usual.
public record CriticalEvent(
        UUID id,
        CriticalKind kind,
        CriticalActor by,
        Instant occurredAt,
        Instant recordedAt,
        String words,
        @Nullable CriticalContact contact,
        @Nullable CriticalFinding finding,
        @Nullable UUID corrects,
        java.util.Set<Mark> marks) {
    /// What is not as usual about an event.
    public enum Mark {
        /// Entered later than it happened (补录).
        BACKFILLED,
        /// The time cannot be right: a clock went back, or that of another system differs.
        CLOCK_DOUBTED,
        /// A senior said so, and somebody else wrote it down.
        SPOKEN;

        /// A line of the `report` bundle.
        public String messageKey() {
            return "report.critical.mark."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public CriticalEvent {
        words = words.strip();
        marks = java.util.Set.copyOf(marks);
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /// This event as a correction says that it was.
    CriticalEvent corrected(CriticalEvent correction) {
        return new CriticalEvent(
                id,
                kind,
                by,
                correction.occurredAt,
                recordedAt,
                words,
                correction.contact == null ? contact : correction.contact,
                finding,
                corrects,
                marks);
    }
}
