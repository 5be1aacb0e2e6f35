package org.readingroom.services.remote.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// What a server answered. The body, empty when it was streamed, is never changed by anyone.
public record HttpAnswer(int status, List<HttpRequest.Field> headers, byte[] body) {
    public HttpAnswer {
        headers = List.copyOf(headers);
    }

    /// The first header of this name, whatever its case.
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HttpRequest.Field::value)
                .findFirst();
    }

    public String contentType() {
        return header("Content-Type").orElse("");
    }

    /// As it goes into `If-Match`.
    public Optional<String> etag() {
        return header("ETag");
    }

    public Optional<String> location() {
        return header("Location");
    }

    /// The server's clock, which may be hours from ours.
    public Optional<Instant> serverTime() {
        return header("Date").flatMap(HttpAnswer::time);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    static Optional<Instant> time(String httpDate) {
        try {
            return Optional.of(ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The rest may name a patient.
    @Override
    public String toString() {
        return String.valueOf(status);
    }
}
