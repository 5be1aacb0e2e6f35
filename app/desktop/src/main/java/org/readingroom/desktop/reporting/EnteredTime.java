package org.readingroom.desktop.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A time that a person typed: `HH:mm` of today, or `yyyy-MM-dd HH:mm`; nothing typed is now.
///
/// **Errors:** [java.time.DateTimeException] for all else: nothing is guessed.
final class EnteredTime {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withResolverStyle(java.time.format.ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(java.time.format.ResolverStyle.STRICT);

    private EnteredTime() {}

    static Optional<Instant> read(String typed, Instant now, ZoneId zone) {
        String text = typed.strip().replace('：', ':');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime at = text.contains("-")
                ? LocalDateTime.parse(text, DAY)
                : LocalDateTime.of(LocalDate.ofInstant(now, zone), LocalTime.parse(text, TIME));
        return Optional.of(at.atZone(zone).toInstant());
    }
}
