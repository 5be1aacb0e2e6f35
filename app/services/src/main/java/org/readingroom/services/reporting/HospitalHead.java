package org.readingroom.services.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.pdf.Letterhead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hospital's own head for its reports, from a file that its administrator puts beside the home's.
///
/// ```
/// {"format": "readingroom.letterhead", "formatVersion": 1,
///  "hospital": {"zh": …, "en": …}, "line": {"zh": …, "en": …}, "logo": PNG in base64}
/// ```
///
/// A file that cannot be read changes nothing: the report then has the name that the study gives.
// [impl->req~report.pdf.letterhead~1]
public final class HospitalHead {
    static final String FILE = "letterhead.json";
    private static final Logger LOG = LoggerFactory.getLogger(HospitalHead.class);

    private final Path file;

    /// `folder` is that of the home.
    public HospitalHead(Path folder) {
        this.file = folder.resolve(FILE);
    }

    public Letterhead in(ReportLanguage language) {
        if (!Files.isReadable(file)) {
            return Letterhead.NONE;
        }
        try {
            JsonNode node = JsonMapper.builder().build().readTree(file.toFile());
            if (!node.path("format").asText().equals("readingroom.letterhead")
                    || node.path("formatVersion").asInt() != 1) {
                throw new IOException("not a letterhead");
            }
            String code = language == ReportLanguage.CHINESE ? "zh" : "en";
            JsonNode logo = node.path("logo");
            return new Letterhead(
                    node.path("hospital").path(code).asText(),
                    node.path("line").path(code).asText(),
                    logo.isTextual() ? Pictures.png(logo.asText()) : null);
        } catch (IOException e) {
            LOG.warn("the letterhead is not used: {}", e.getMessage());
            return Letterhead.NONE;
        }
    }
}
