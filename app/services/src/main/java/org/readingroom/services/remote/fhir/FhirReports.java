package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.fhir.CriticalMessage;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.report.model.ReportId;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.services.remote.http.HttpRequest.Field;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.ris.Recall;
import org.readingroom.services.ris.ReportChanges;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Reports of a RIS that speaks FHIR R4.
///
/// **Source:** FHIR R4 sections 3.1.0.11 (transaction), 3.1.0.5.1 (version-aware updates).
// [impl->req~report.fhir.filed~1]
public final class FhirReports implements RisReports {
    /// chosen: a server that checks fifty conditions on a busy morning takes tens of seconds.
    private static final Duration FILING = Duration.ofMinutes(2);

    private static final Pattern REPORT = Pattern.compile("(?:.*/)?DiagnosticReport/([A-Za-z0-9.-]{1,64})(?:/.*)?");

    private final ReportWire wire;
    private final FhirPatientMatch patients;
    private final FhirTasks tasks;
    private final FhirDocuments documents;
    private final FhirMessages messages;

    public FhirReports(HttpLink link) {
        this(link, ReportWire.MOST_PAGES);
    }

    FhirReports(HttpLink link, int mostPages) {
        this.wire = new ReportWire(link, mostPages);
        this.patients = new FhirPatientMatch(wire);
        this.tasks = new FhirTasks(wire);
        this.documents = new FhirDocuments(wire);
        this.messages = new FhirMessages(wire);
    }

    @Override
    public FiledReport file(byte[] bundle) throws WorkstationException {
        HttpRequest request = HttpRequest.of("POST", "")
                .header("Prefer", "return=representation")
                .within(FILING);
        JsonNode answer = wire.send(new HttpRequest.Body(ReportBundle.MEDIA_TYPE, List.of(bundle)), request);
        JsonNode first = answer.path("entry").path(0);
        if (!answer.path("type").asText().equals("transaction-response")
                || !first.at("/response/status").asText().startsWith("2")) {
            throw ReportWire.garbled("an answer to a filing that is none");
        }
        if (first.path("resource").path("resourceType").asText().equals("DiagnosticReport")) {
            return filed(first.path("resource"));
        }
        return read(id(first.at("/response/location").asText()));
    }

    @Override
    public Optional<FiledReport> filed(UUID operation) throws WorkstationException {
        String urn = "urn:ietf:rfc:3986|urn:uuid:" + operation;
        for (FiledReport report : reports(urn)) {
            if (report.isOf(operation)) {
                return Optional.of(report);
            }
        }
        // a later version has taken its place; the document that came with it is still there
        for (JsonNode document : wire.search("DocumentReference", identifier(urn))) {
            if (has(document, "urn:uuid:" + operation)) {
                return Optional.of(
                        read(id(document.at("/context/related/0/reference").asText())));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<FiledReport> current(ReportId report) throws WorkstationException {
        List<FiledReport> found = new ArrayList<>();
        for (FiledReport each : reports("urn:ietf:rfc:3986|" + ReportBundle.urn(report))) {
            if (each.is(report)) {
                found.add(each);
            }
        }
        if (found.stream().anyMatch(each -> !each.isVoid())) {
            found.removeIf(FiledReport::isVoid); // what was entered in error hides no other
        }
        if (found.size() > 1) {
            throw new RisException(
                    ServerFault.REFUSED, "", found.size() + " reports on the server have one identifier", null);
        }
        return found.stream().findFirst();
    }

    @Override
    public List<FiledReport> ofStudy(StudyUid study) throws WorkstationException {
        String urn = "urn:oid:" + study.value();
        List<FiledReport> found = new ArrayList<>();
        for (JsonNode node : wire.search("DiagnosticReport", identifier("urn:dicom:uid|" + urn))) {
            if (has(node, urn)) {
                found.add(filed(node));
            }
        }
        return found;
    }

    @Override
    public Optional<String> patient(Patient patient) throws WorkstationException {
        String token = patient.id().value().replaceAll("([\\\\,|$])", "\\\\$1");
        return patients.only(patient, wire.search("Patient", identifier(token)));
    }

    @Override
    public ReportChanges changes(String cursor, Progress progress) throws WorkstationException {
        if (cursor.isEmpty()) {
            JsonNode page = wire.get(
                    "DiagnosticReport", List.of(new Field("_sort", "-_lastUpdated"), new Field("_count", "1")));
            JsonNode newest =
                    page.path("entry").path(0).path("resource").path("meta").path("lastUpdated");
            return new ReportChanges(List.of(), newest.asText("1970-01-01T00:00:00Z"));
        }
        List<FiledReport> changed = new ArrayList<>();
        String next = cursor;
        ReportWire.Part part = wire.begin(
                "DiagnosticReport",
                List.of(
                        new Field("_lastUpdated", "ge" + before(cursor)),
                        new Field("_sort", "_lastUpdated"),
                        new Field("_elements", "id,meta,identifier,status"),
                        new Field("_count", "100")));
        for (JsonNode node : part.found()) {
            next = later(next, node.path("meta").path("lastUpdated").asText());
            try {
                changed.add(FiledReport.read(FhirJson.write(node)));
            } catch (ReportFormatException e) {
                // one broken report of somebody else ends nothing
            }
        }
        if (!part.isWhole() && next.equals(cursor)) {
            throw wire.tooMany(); // within the overlap, so that asking again gets no farther
        }
        return new ReportChanges(changed, next);
    }

    private static String before(String cursor) {
        Instant at = FhirTimes.instant(cursor);
        return at == null ? cursor : at.minus(FhirCursor.OVERLAP).toString();
    }

    private static String later(String one, String other) {
        Instant first = FhirTimes.instant(one);
        Instant second = FhirTimes.instant(other);
        return second != null && (first == null || second.isAfter(first)) ? other : one;
    }

    @Override
    public boolean complete(String task) throws WorkstationException {
        tasks.complete(task);
        return true;
    }

    @Override
    public void tell(CaseNews news) throws WorkstationException {
        tasks.tell(news);
    }

    @Override
    public Recall.Outcome recall(Recall recall) throws WorkstationException {
        return documents.recall(recall);
    }

    @Override
    public void tell(byte[] bundle) throws WorkstationException {
        messages.tell(bundle);
    }

    @Override
    public boolean change(CriticalMessage.Change change) throws WorkstationException {
        return messages.change(change);
    }

    private List<FiledReport> reports(String identifier) throws WorkstationException {
        List<FiledReport> found = new ArrayList<>();
        for (JsonNode node : wire.search("DiagnosticReport", identifier(identifier))) {
            found.add(filed(node));
        }
        return found;
    }

    private FiledReport read(String id) throws WorkstationException {
        return filed(wire.get("DiagnosticReport/" + id, List.of()));
    }

    private static FiledReport filed(JsonNode node) throws RisException {
        try {
            return FiledReport.read(FhirJson.write(node));
        } catch (ReportFormatException e) {
            throw new RisException(ServerFault.GARBLED, "", "a DiagnosticReport that is none: " + e.getMessage(), e);
        }
    }

    private static List<Field> identifier(String value) {
        return List.of(new Field("identifier", value));
    }

    private static boolean has(JsonNode node, String value) {
        for (JsonNode each : node.path("identifier")) {
            if (each.path("value").asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String id(String location) throws RisException {
        Matcher matcher = REPORT.matcher(location);
        if (!matcher.matches()) {
            throw ReportWire.garbled("a place of a report that is none");
        }
        return matcher.group(1);
    }
}
