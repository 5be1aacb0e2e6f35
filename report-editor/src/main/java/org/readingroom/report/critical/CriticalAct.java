package org.readingroom.report.critical;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to enter into a loop. `occurredAt` is null for what happens now.
public record CriticalAct(
        CriticalKind kind,
        @Nullable Instant occurredAt,
        String words,
        @Nullable CriticalContact contact,
        @Nullable CriticalFinding finding,
        @Nullable UUID corrects) {
    public CriticalAct {
        words = words.strip();
    }

    public static CriticalAct of(CriticalKind kind) {
        return new CriticalAct(kind, null, "", null, null, null);
    }

    public static CriticalAct found(CriticalFinding finding) {
        return new CriticalAct(CriticalKind.DISCOVERED, null, "", null, finding, null);
    }

    public static CriticalAct suspected(CriticalFinding finding) {
        return new CriticalAct(CriticalKind.SUSPECTED, null, "", null, finding, null);
    }

    /// `event` happened at `occurredAt`, with `contact` where it is not null; `reason` says how the slip came about.
    public static CriticalAct correction(
            CriticalEvent event, Instant occurredAt, @Nullable CriticalContact contact, String reason) {
        return new CriticalAct(CriticalKind.CORRECTED, occurredAt, reason, contact, null, event.id());
    }

    public CriticalAct at(@Nullable Instant time) {
        return new CriticalAct(kind, time, words, contact, finding, corrects);
    }

    public CriticalAct saying(String newWords) {
        return new CriticalAct(kind, occurredAt, newWords, contact, finding, corrects);
    }

    public CriticalAct with(CriticalContact newContact) {
        return new CriticalAct(kind, occurredAt, words, newContact, finding, corrects);
    }
}
