package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.workflow.ToldVersions;

/// Writes the transaction bundle of one signed version; the same filing gives the same bytes.
///
/// Everything in it is created or updated on a condition, so that the same bundle applied twice changes nothing the
/// second time. The first entry is the DiagnosticReport.
///
/// **Source:** FHIR R4 section 3.1.0.11 (transaction), IHE IMR RAD-141.
// [impl->req~report.fhir.bundle~1]
public final class ReportBundle {
    public static final String MEDIA_TYPE = "application/fhir+json";

    /// The signed form itself travels along: the words with their sentences, and the signature over them.
    static final String SIGNED_TYPE = "application/vnd.readingroom.signed-report+json";

    private ReportBundle() {}

    public static byte[] write(Filing filing) {
        ReportParts parts = new ReportParts(filing);
        ObjectNode bundle = FhirJson.resource("Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        ObjectNode report = report(parts);
        put(entries, FhirJson.urn("report of " + filing.operation()), report, reportQuery(parts));
        ArrayNode results = FhirJson.object().putArray("result");
        observations(parts, entries, results);
        if (!results.isEmpty()) {
            report.set("result", results);
        }
        String target = FhirJson.urn("report of " + filing.operation());
        ObjectNode tag = FhirJson.object().put("system", FhirJson.URI).put("code", operationUrn(filing.operation()));
        create(
                entries,
                FhirJson.urn("provenance of " + filing.operation()),
                new ProvenanceWriter(parts).write(target, tag),
                "_tag=" + FhirJson.token(FhirJson.URI, operationUrn(filing.operation())));
        suggestions(parts, entries, target);
        create(
                entries,
                FhirJson.urn("document of " + filing.operation()),
                document(parts, target),
                FhirJson.query(FhirJson.URI, operationUrn(filing.operation())));
        return FhirJson.bytes(bundle);
    }

    /// By what the report is known on the server, in all its versions.
    public static String urn(ReportId report) {
        return FhirJson.urn(report.value());
    }

    static String operationUrn(UUID operation) {
        return "urn:uuid:" + operation;
    }

    private static String reportQuery(ReportParts parts) {
        return FhirJson.query(FhirJson.URI, urn(parts.report().id()));
    }

    /// The signed version that a DiagnosticReport or a whole bundle carries; nothing when it carries none.
    public static Optional<SignedReport> signed(byte[] json) throws ReportFormatException {
        ObjectNode node = FhirJson.read(json);
        return signed(node.path("resourceType").asText().equals("Bundle") ? node.at("/entry/0/resource") : node);
    }

    static Optional<SignedReport> signed(JsonNode diagnosticReport) throws ReportFormatException {
        for (JsonNode form : diagnosticReport.path("presentedForm")) {
            if (form.path("contentType").asText().equals(SIGNED_TYPE)) {
                try {
                    return Optional.of(ReportJson.readSigned(
                            Base64.getDecoder().decode(form.path("data").asText())));
                } catch (IllegalArgumentException e) {
                    throw new ReportFormatException("report.file.broken", "the signed form is no base64", null);
                }
            }
        }
        return Optional.empty();
    }

    private static ObjectNode report(ReportParts parts) {
        SignedReport signed = parts.signed();
        StudyIdentity study = signed.report().study();
        ObjectNode node = FhirJson.resource("DiagnosticReport");
        node.putObject("text").put("status", "generated").put("div", ReportHtml.narrative(signed.report()));
        node.putArray("identifier")
                .add(FhirJson.identifier(
                        FhirJson.URI, FhirJson.urn(signed.report().id().value())))
                .add(parts.studyIdentifier())
                .add(FhirJson.identifier(
                        FhirJson.URI, operationUrn(parts.filing().operation())));
        parts.order().ifPresent(order -> node.putArray("basedOn").add(order));
        node.put("status", FhirStates.report(parts.filing().versions()));
        node.putArray("category")
                .add(FhirJson.concept("http://terminology.hl7.org/CodeSystem/v2-0074", "RAD", "Radiology"));
        ObjectNode code = FhirJson.concept(FhirJson.LOINC, "18748-4", "Diagnostic imaging study");
        node.set("code", study.description().isBlank() ? code : code.put("text", study.description()));
        node.set("subject", parts.subject());
        parts.effective().ifPresent(time -> node.put("effectiveDateTime", time));
        node.putArray("performer").add(parts.author());
        node.putArray("resultsInterpreter").add(parts.author());
        node.putArray("imagingStudy").add(parts.imagingStudy());
        String conclusion = signed.report().text(SectionKind.IMPRESSION).strip();
        if (!conclusion.isEmpty()) {
            node.put("conclusion", conclusion);
        }
        ArrayNode forms = node.putArray("presentedForm");
        String language = signed.report().language().code();
        forms.add(attachment("application/pdf", parts.filing().pdf(), language));
        forms.add(attachment("text/html", ReportHtml.page(signed).getBytes(StandardCharsets.UTF_8), language));
        forms.add(attachment(SIGNED_TYPE, ReportJson.writeSigned(signed), language));
        return node;
    }

    private static ObjectNode attachment(String type, byte[] data, String language) {
        return FhirJson.object()
                .put("contentType", type)
                .put("language", language)
                .put("data", Base64.getEncoder().encodeToString(data))
                .put("size", data.length)
                .put("hash", sha1(data));
    }

    /// What the standard asks for here; the signature has its own digest.
    private static String sha1(byte[] data) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /// Those of the sentences that are there, and those of sentences that an earlier version had and this one has
    /// not: what was taken back must not stand on the server as if it held. What was never told is not taken back.
    private static void observations(ReportParts parts, ArrayNode entries, ArrayNode results) {
        ObservationWriter writer = new ObservationWriter(parts);
        String status = FhirStates.observation(parts.filing().versions());
        Set<String> here = new HashSet<>();
        for (Section section : parts.report().sections()) {
            for (ReportSentence sentence : told(section)) {
                String urn = ObservationWriter.urn(sentence);
                if (here.add(urn)) {
                    put(
                            entries,
                            urn,
                            writer.write(section.kind(), sentence, status),
                            FhirJson.query(FhirJson.URI, urn));
                    results.add(FhirJson.reference(urn));
                }
            }
        }
        Map<String, ObjectNode> gone = new LinkedHashMap<>();
        for (SignedReport earlier : ToldVersions.of(parts.filing().versions())) {
            for (Section section : earlier.report().sections()) {
                for (ReportSentence sentence : told(section)) {
                    String urn = ObservationWriter.urn(sentence);
                    if (!here.contains(urn)) {
                        gone.put(urn, writer.write(section.kind(), sentence, "entered-in-error"));
                    }
                }
            }
        }
        gone.forEach((urn, observation) -> put(entries, urn, observation, FhirJson.query(FhirJson.URI, urn)));
    }

    /// What has no Observation of its own, as the technique, is told of the report.
    private static void suggestions(ReportParts parts, ArrayNode entries, String reportUrn) {
        for (Section section : parts.report().sections()) {
            for (ReportSentence sentence : section.sentences()) {
                SuggestionTrace trace = sentence.suggestion();
                if (trace != null) {
                    String name = operationUrn(parts.filing().operation()) + " "
                            + sentence.id().value();
                    String target = told(section).contains(sentence) ? ObservationWriter.urn(sentence) : reportUrn;
                    ObjectNode tag =
                            FhirJson.object().put("system", FhirJson.URI).put("code", FhirJson.urn(name));
                    create(
                            entries,
                            FhirJson.urn("suggestion " + name),
                            SuggestionProvenance.of(trace, parts.signed().act(), target, tag),
                            "_tag=" + FhirJson.token(FhirJson.URI, FhirJson.urn(name)));
                }
            }
        }
    }

    private static List<ReportSentence> told(Section section) {
        return section.kind() == SectionKind.TECHNIQUE
                ? List.of()
                : section.sentences().stream()
                        .filter(sentence -> !sentence.words().isEmpty())
                        .toList();
    }

    private static ObjectNode document(ReportParts parts, String target) {
        Filing filing = parts.filing();
        ObjectNode node = FhirJson.resource("DocumentReference");
        node.putArray("identifier").add(FhirJson.identifier(FhirJson.URI, operationUrn(filing.operation())));
        node.put("status", "current");
        node.put("docStatus", FhirStates.document(filing.versions()));
        node.set("type", FhirJson.concept(FhirJson.LOINC, "18748-4", "Diagnostic imaging study"));
        node.set("subject", parts.subject());
        node.put("date", parts.signed().act().signedAt().toString());
        node.putArray("author").add(parts.author());
        ObjectNode attachment = node.putArray("content").addObject().putObject("attachment");
        attachment
                .put("contentType", "application/pdf")
                .put("language", parts.report().language().code())
                .put("size", filing.pdf().length)
                .put("hash", sha1(filing.pdf()));
        node.putObject("context").putArray("related").add(FhirJson.reference(target));
        return node;
    }

    private static void put(ArrayNode entries, String fullUrl, ObjectNode resource, String query) {
        ObjectNode entry = entries.addObject().put("fullUrl", fullUrl);
        entry.set("resource", resource);
        entry.putObject("request")
                .put("method", "PUT")
                .put("url", resource.path("resourceType").asText() + "?" + query);
    }

    private static void create(ArrayNode entries, String fullUrl, ObjectNode resource, String query) {
        ObjectNode entry = entries.addObject().put("fullUrl", fullUrl);
        entry.set("resource", resource);
        entry.putObject("request")
                .put("method", "POST")
                .put("url", resource.path("resourceType").asText())
                .put("ifNoneExist", query);
    }
}
