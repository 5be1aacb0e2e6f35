package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Times of FHIR, which may be cut short: `2026`, `2026-03`, `2026-03-01`, `2026-03-01T08:00:00+08:00`.
final class FhirTimes {
    private FhirTimes() {}

    /// Null when it is missing or no time; a date alone is its beginning here.
    static @Nullable Instant instant(JsonNode node) {
        return instant(node.asText());
    }

    static @Nullable Instant instant(String text) {
        try {
            if (text.length() > 10) {
                return OffsetDateTime.parse(text).toInstant();
            }
            LocalDate date = date(text);
            return date == null
                    ? null
                    : date.atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// Null when the day is not known.
    static @Nullable LocalDate date(JsonNode node) {
        return date(node.asText());
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
