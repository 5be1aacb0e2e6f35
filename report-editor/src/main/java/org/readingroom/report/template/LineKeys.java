package org.readingroom.report.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SentenceId;

/// Names of lines and of the sentences made from them.
///
/// Both follow from what they name, so that a report opened again, on another machine too, finds its lines.
final class LineKeys {
    private LineKeys() {}

    /// `count` tells lines of the same words apart.
    static String of(String source, int count) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((source + "\u0000" + count).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The `piece`-th sentence of a line in one report.
    static SentenceId sentence(ReportId report, String template, String line, int piece) {
        String name = String.join("\u0000", report.value(), template, line, String.valueOf(piece));
        return new SentenceId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
