package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a server was heard, by its own clock: ours may be wrong, and so may its.
///
/// `place` is a digest of its address; a cursor of another server is none.
record FhirCursor(Instant since, String place) {
    private static final String FORM = "fhir1";

    /// chosen: no writing takes longer from its time stamp until others see it.
    static final Duration OVERLAP = Duration.ofSeconds(10);

    static Optional<FhirCursor> read(String text, String place) {
        String[] parts = text.split(" ");
        if (parts.length != 3 || !parts[0].equals(FORM) || !parts[2].equals(place)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FhirCursor(Instant.parse(parts[1]), place));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String write() {
        return String.join(" ", FORM, since.toString(), place);
    }

    /// What is asked for next, as text.
    String from() {
        return since.minus(OVERLAP).toString();
    }

    /// Later, where `newest` is known.
    FhirCursor upTo(@Nullable Instant newest) {
        return newest == null || newest.isBefore(since) ? this : new FhirCursor(newest, place);
    }

    static String place(String base) {
        return Integer.toHexString(base.hashCode());
    }

    /// When the server made an answer, by its own word; else the newest time in what it sent. The time that HTTP
    /// gives is not asked: it may be that of another machine.
    static @Nullable Instant time(FhirLink.Found found) {
        Instant made = FhirTimes.instant(found.first().body().at("/meta/lastUpdated"));
        if (made != null) {
            return made;
        }
        Instant newest = null;
        for (JsonNode entry : found.entries()) {
            for (String place : new String[] {"/resource/meta/lastUpdated", "/response/lastModified"}) {
                Instant at = FhirTimes.instant(entry.at(place));
                newest = at != null && (newest == null || at.isAfter(newest)) ? at : newest;
            }
        }
        return newest;
    }
}
