package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.viewer.model.StudyUid;

/// A report as it is on the server.
///
/// `id` and `version` are the server's. `conclusion` are the words of the impression as everybody there reads them.
/// `issued` is the time the server gave it out; null while it has not said. `signed` is the version of ours it
/// carries, absent for what another program wrote.
public record FiledReport(
        String id,
        String version,
        String status,
        String conclusion,
        @Nullable Instant issued,
        @Nullable Instant changed,
        Optional<SignedReport> signed,
        String json) {

    /// **Errors:** [ReportFormatException] when this is no DiagnosticReport, or its signed form is broken.
    public static FiledReport read(byte[] json) throws ReportFormatException {
        ObjectNode node = FhirJson.read(json);
        if (!node.path("resourceType").asText().equals("DiagnosticReport")
                || node.path("id").asText().isEmpty()) {
            throw new ReportFormatException("report.file.foreign", "not a DiagnosticReport", null);
        }
        return new FiledReport(
                node.path("id").asText(),
                node.path("meta").path("versionId").asText(),
                node.path("status").asText(),
                node.path("conclusion").asText(),
                instant(node.path("issued").asText()),
                instant(node.path("meta").path("lastUpdated").asText()),
                ReportBundle.signed(node),
                new String(FhirJson.bytes(node), java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Whether it is known as `report` in all its versions.
    public boolean is(ReportId report) {
        return has(FhirJson.urn(report.value()));
    }

    /// Whether it is what the filing `operation` left there, or a later state of it.
    public boolean isOf(UUID operation) {
        return has(ReportBundle.operationUrn(operation));
    }

    /// Whether it reports `study`.
    public boolean isOf(StudyUid study) {
        return has("urn:oid:" + study.value());
    }

    /// Who it names as having read it; not always who changed it.
    public List<String> named() {
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode each : FhirJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .path("resultsInterpreter")) {
                if (!each.path("display").asText().isBlank()) {
                    names.add(each.path("display").asText());
                }
            }
        } catch (ReportFormatException e) {
            throw new IllegalStateException("it was read before", e);
        }
        return names;
    }

    private boolean has(String urn) {
        try {
            for (JsonNode each : FhirJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .path("identifier")) {
                if (each.path("value").asText().equals(urn)) {
                    return true;
                }
            }
        } catch (ReportFormatException e) {
            throw new IllegalStateException("it was read before", e);
        }
        return false;
    }

    /// Whether everybody there reads the words that `other` has, in the same state.
    public boolean saysTheSameAs(SignedReport other) {
        return FhirStates.isOf(status, other.act().stage())
                && conclusion
                        .strip()
                        .equals(other.report().text(SectionKind.IMPRESSION).strip())
                && signed.filter(mine -> mine.digest().equals(other.digest())).isPresent();
    }

    /// Whether it stands there in a state that holds as a report, with `mine` of ours read to its end.
    public boolean isIssuedAs(SignedReport mine) {
        return FhirStates.isIssued(status, mine.act().stage());
    }

    /// Whether it holds no more: it was cancelled or never should have been.
    public boolean isVoid() {
        return status.equals("entered-in-error") || status.equals("cancelled");
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "FiledReport[" + id + ", version " + version + ", " + status + "]";
    }
}
