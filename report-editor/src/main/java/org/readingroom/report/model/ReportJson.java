package org.readingroom.report.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Base64;

/// Reports as JSON, for storage. Reading bears unknown fields; writing is exact: the same report
/// gives the same bytes.
///
/// A file carries `format` and `formatVersion`; a version above [#FORMAT_VERSION] is refused, since
/// a field we do not know may change what the others mean. This is not the form that is signed.
// [impl->req~report.json.exact~1]
public final class ReportJson {
    /// Raised when an older program would misread what is written. 2: structured values, suggestions, key images and
    /// the mark of the conclusion, all of them part of what is signed.
    public static final int FORMAT_VERSION = 2;

    private static final String REPORT = "readingroom.report";
    private static final String SIGNED = "readingroom.signed-report";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportJson() {}

    /// UTF-8.
    public static byte[] write(Report report) {
        return bytes(envelope(REPORT).setAll(ReportNodes.report(report)));
    }

    /// **Errors:** [ReportFormatException] when this is no report or one of a newer form.
    public static Report read(byte[] json) throws ReportFormatException {
        return guarded(() -> ReportNodes.report(opened(json, REPORT)));
    }

    /// UTF-8.
    public static byte[] writeSigned(SignedReport signed) {
        ObjectNode node = envelope(SIGNED);
        node.set("report", ReportNodes.report(signed.report()));
        node.set("act", ReportNodes.act(signed.act()));
        node.put("canonical", Base64.getEncoder().encodeToString(signed.canonical()));
        node.put("digest", signed.digest());
        node.put("signature", Base64.getEncoder().encodeToString(signed.signature()));
        return bytes(node);
    }

    /// Does not verify the signature.
    ///
    /// **Errors:** [ReportFormatException] when this is no signed report or one of a newer form.
    public static SignedReport readSigned(byte[] json) throws ReportFormatException {
        return guarded(() -> {
            JsonNode node = opened(json, SIGNED);
            return new SignedReport(
                    ReportNodes.report(ReportNodes.object(node, "report")),
                    ReportNodes.act(ReportNodes.object(node, "act")),
                    Base64.getDecoder().decode(ReportNodes.text(node, "canonical")),
                    ReportNodes.text(node, "digest"),
                    Base64.getDecoder().decode(ReportNodes.text(node, "signature")));
        });
    }

    private interface Reading<T> {
        T read() throws IOException, ReportFormatException;
    }

    private static <T> T guarded(Reading<T> reading) throws ReportFormatException {
        try {
            return reading.read();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            // The cause's text may quote the report, so only its kind is kept.
            throw new ReportFormatException(
                    "report.file.broken",
                    "stored report is broken: " + e.getClass().getSimpleName(),
                    null);
        }
    }

    private static JsonNode opened(byte[] json, String format) throws IOException, ReportFormatException {
        JsonNode node = MAPPER.readTree(json);
        if (node == null || !format.equals(node.path("format").textValue())) {
            throw new ReportFormatException("report.file.foreign", "not a " + format, null);
        }
        int version = node.path("formatVersion").intValue();
        if (version < 1 || version > FORMAT_VERSION) {
            throw new ReportFormatException("report.file.newer", format + " of version " + version, null);
        }
        return node;
    }

    private static ObjectNode envelope(String format) {
        return MAPPER.createObjectNode().put("format", format).put("formatVersion", FORMAT_VERSION);
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }
}
