package org.readingroom.services.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.report.model.Author;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The seals that the hospital's management collected and approved (clause G15); nobody gives in one of his own.
///
/// ```
/// {"format": "readingroom.seals", "formatVersion": 1, "approvedBy": …,
///  "seals": [{"userId": …, "licenceNumber": …, "validUntil": "2027-12-31", "sha256": …, "png": base64}]}
/// ```
///
/// A seal whose picture has another digest, whose licence number is another or whose time is over is not printed; the
/// signature does not depend on it.
// [impl->req~report.pdf.seal~1]
public final class ApprovedSeals {
    static final String FILE = "seals.json";
    private static final Logger LOG = LoggerFactory.getLogger(ApprovedSeals.class);

    private final Path file;
    private final InstantSource clock;
    private final ZoneId zone;

    /// `folder` is that of the home.
    public ApprovedSeals(Path folder, InstantSource clock, ZoneId zone) {
        this.file = folder.resolve(FILE);
        this.clock = clock;
        this.zone = zone;
    }

    public Optional<byte[]> of(Author author) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JsonMapper.builder().build().readTree(file.toFile());
            if (!node.path("format").asText().equals("readingroom.seals")
                    || node.path("formatVersion").asInt() != 1
                    || node.path("approvedBy").asText().isBlank()) {
                throw new IOException("not a file of approved seals");
            }
            for (JsonNode seal : node.path("seals")) {
                if (seal.path("userId").asText().equals(author.userId())
                        && seal.path("licenceNumber").asText().equals(author.licenceNumber())) {
                    return holding(seal);
                }
            }
        } catch (IOException | DateTimeException e) {
            LOG.warn("the seals are not used: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<byte[]> holding(JsonNode seal) throws IOException {
        LocalDate last = LocalDate.parse(seal.path("validUntil").asText());
        if (last.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
            LOG.warn("a seal is past its time");
            return Optional.empty();
        }
        byte[] png = Pictures.png(seal.path("png").asText());
        if (!sha256(png).equals(seal.path("sha256").asText().toLowerCase(Locale.ROOT))) {
            throw new IOException("a seal is another than the approved one");
        }
        return Optional.of(png);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
