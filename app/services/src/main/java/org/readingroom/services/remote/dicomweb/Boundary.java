package org.readingroom.services.remote.dicomweb;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the boundary in the Content-Type of an answer in parts.
///
/// Servers put the parameter `type` in quotes with a semicolon inside, or leave the quotes away where they are
/// needed: the whole value is not parsed, only looked through.
///
/// **Source:** RFC 2046 section 5.1.1.
final class Boundary {
    private static final Pattern QUOTED =
            Pattern.compile(";\\s*boundary\\s*=\\s*\"([^\"]{1,200})\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile(";\\s*boundary\\s*=\\s*([^\";,\\s]{1,200})", Pattern.CASE_INSENSITIVE);

    private Boundary() {}

    /// The bytes from one part to the next without the line end before them: two hyphens and the boundary.
    static Optional<byte[]> of(String contentType) {
        if (!contentType.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            return Optional.empty();
        }
        for (Pattern pattern : new Pattern[] {QUOTED, PLAIN}) {
            Matcher found = pattern.matcher(contentType);
            if (found.find()) {
                return Optional.of(("--" + found.group(1)).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return Optional.empty();
    }
}
