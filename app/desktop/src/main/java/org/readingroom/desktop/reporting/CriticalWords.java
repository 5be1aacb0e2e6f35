package org.readingroom.desktop.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalClock;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalEvent.Mark;
import org.readingroom.report.model.ReportLanguage;

/// A loop, its clock and its events in the language of the window.
public record CriticalWords(Words words, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    public String name(CriticalCase loop) {
        return loop.finding().name(ReportLanguage.of(words.locale()));
    }

    public String state(CriticalCase loop) {
        return words.get(loop.state().messageKey());
    }

    /// How long there is, or how long it has been too long.
    public String clock(CriticalClock clock) {
        Duration left = clock.left();
        String time = left.isNegative()
                ? words.get("desktop.critical.over", minutes(left.negated()))
                : words.get("desktop.critical.left", minutes(left));
        return clock.isDoubted() ? time + " · " + words.get("desktop.critical.clock-doubted") : time;
    }

    /// The style of a clock: quiet until it is near, red when it is over.
    public static String tone(CriticalClock clock) {
        return switch (clock.tone()) {
            case QUIET -> "quiet";
            case NEAR -> "attention";
            case OVER -> "critical";
        };
    }

    /// One line: when, what, who, with whom, what was said, and what is not as usual.
    public String line(CriticalEvent event, CriticalEvent asCorrected) {
        StringBuilder line = new StringBuilder(time(asCorrected.occurredAt()))
                .append("  ")
                .append(words.get(event.kind().messageKey()));
        add(line, event.by().name());
        CriticalContact contact = asCorrected.contact();
        if (contact != null) {
            add(line, words.get(contact.medium().messageKey()));
            add(line, "→ " + contact.name());
            add(line, contact.place());
            add(line, contact.phone());
            if (!contact.readBack().isEmpty()) {
                add(line, words.get("desktop.critical.read-back-was", contact.readBack()));
            }
        }
        add(line, event.words());
        List<Mark> marks =
                event.marks().stream().sorted(Comparator.naturalOrder()).toList();
        for (Mark mark : marks) {
            add(line, "[" + words.get(mark.messageKey()) + "]");
        }
        if (!event.occurredAt().equals(event.recordedAt())) {
            add(line, words.get("desktop.critical.recorded", time(event.recordedAt())));
        }
        if (!asCorrected.occurredAt().equals(event.occurredAt())) {
            add(line, words.get("desktop.critical.was", time(event.occurredAt())));
        }
        return line.toString();
    }

    String time(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    private static void add(StringBuilder line, String part) {
        if (!part.isBlank()) {
            line.append(" · ").append(part);
        }
    }

    /// Minutes and seconds; with hours from an hour on.
    public static String minutes(Duration time) {
        return time.toHours() == 0
                ? "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
