package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.Servers;
import org.readingroom.services.testing.RealHospital;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;

/// The hospital of one story: the real servers at the far end of two cables, with a patient, an order and a study
/// nobody has seen before. It is asked over HTTP with nothing of the program between.
final class StoryHospital implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final CuttableLink pacs;
    final CuttableLink ris;
    private final RealHospital real;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    private final MadeStudy study =
            new MadeStudy("story " + key, "STORY-" + key, List.of(MadeStudy.Part.of(CtChestPhantom.coarse(), "Lung")));

    StoryHospital() throws Exception {
        real = RealHospital.shared();
        pacs = new CuttableLink(real.dicomWeb());
        ris = new CuttableLink(real.fhir());
    }

    HospitalSettings settings() {
        return new HospitalSettings(
                new Servers(
                        HttpServer.open(pacs.through(real.dicomWeb())),
                        null,
                        HttpServer.open(ris.through(real.fhir())),
                        null),
                HospitalSettings.USUAL_DAYS);
    }

    SyntheticStudy study() {
        return study;
    }

    String patientId() {
        return study.patientId();
    }

    String accession() {
        return "A-" + study.patientId();
    }

    void cut() throws IOException {
        pacs.cut();
        ris.cut();
    }

    void restore() throws IOException {
        pacs.restore();
        ris.restore();
    }

    /// The scanner sends its pictures.
    void acquire() throws Exception {
        for (int i = 0; i < study.size(); i++) {
            byte[] file = study.instance(i).toBytes();
            assertEquals(
                    200,
                    send(HttpRequest.newBuilder(real.orthanc().resolve("/instances"))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(file)))
                            .statusCode());
        }
    }

    /// A ward asks for a report: patient, request, study and the task to read it, in one transaction.
    void order() throws Exception {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String due = Instant.now()
                .plus(30, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":{"resourceType":"Patient","id":"p-KEY","gender":"male","birthDate":"1961-05-12",
                   "identifier":[{"type":{"coding":[{"code":"MR"}]},"system":"urn:story","value":"STORY-KEY"}],
                   "name":[{"family":"Invented","given":["STORY-KEY"]}]},
                  "request":{"method":"PUT","url":"Patient/p-KEY"}},
                 {"resource":{"resourceType":"ServiceRequest","id":"r-KEY","status":"active","intent":"order","priority":"stat",
                   "identifier":[{"type":{"coding":[{"code":"ACSN"}]},"system":"urn:story","value":"A-STORY-KEY"}],
                   "code":{"text":"Chest CT"},"bodySite":[{"text":"CHEST"}],"subject":{"reference":"Patient/p-KEY"},
                   "reasonCode":[{"text":"Cough for three weeks"}],"authoredOn":"NOW"},
                  "request":{"method":"PUT","url":"ServiceRequest/r-KEY"}},
                 {"resource":{"resourceType":"ImagingStudy","id":"i-KEY","status":"available",
                   "identifier":[{"system":"urn:dicom:uid","value":"urn:oid:STUDY"}],
                   "modality":[{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"CT"}],
                   "subject":{"reference":"Patient/p-KEY"},"basedOn":[{"reference":"ServiceRequest/r-KEY"}]},
                  "request":{"method":"PUT","url":"ImagingStudy/i-KEY"}},
                 {"resource":{"resourceType":"Task","id":"t-KEY","status":"ready","intent":"order","priority":"stat",
                   "focus":{"reference":"ServiceRequest/r-KEY"},"for":{"reference":"Patient/p-KEY"},
                   "authoredOn":"NOW","restriction":{"period":{"end":"DUE"}}},
                  "request":{"method":"PUT","url":"Task/t-KEY"}}]}""".replace("KEY", key)
                .replace("NOW", now)
                .replace("DUE", due)
                .replace("STUDY", study.uid().value());
        HttpResponse<String> reply = send(HttpRequest.newBuilder(real.fhir())
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(bundle)));
        assertEquals(200, reply.statusCode(), reply.body());
    }

    JsonNode task() throws Exception {
        return fhir("Task/t-" + key);
    }

    /// Every report of the patient.
    JsonNode reports() throws Exception {
        return fhir("DiagnosticReport?subject=Patient/p-" + key).path("entry");
    }

    /// What each document of the patient says of itself, sorted.
    List<String> documents() throws Exception {
        List<String> statuses = new ArrayList<>();
        fhir("DocumentReference?subject=Patient/p-" + key + "&_count=50")
                .path("entry")
                .forEach(entry -> statuses.add(entry.at("/resource/status").asText()));
        statuses.sort(null);
        return statuses;
    }

    JsonNode fhir(String path) throws Exception {
        return get(URI.create(real.fhir() + "/" + path));
    }

    /// What the server's own validator says against a resource.
    Set<String> objections(JsonNode resource) throws Exception {
        String type = resource.path("resourceType").asText();
        JsonNode said = JSON.readTree(send(HttpRequest.newBuilder(URI.create(real.fhir() + "/" + type + "/$validate"))
                        .header("Content-Type", "application/fhir+json")
                        .POST(HttpRequest.BodyPublishers.ofString(resource.toString())))
                .body());
        Set<String> objections = new TreeSet<>();
        for (JsonNode issue : said.path("issue")) {
            if (Set.of("error", "fatal").contains(issue.path("severity").asText())) {
                objections.add(type + ": " + issue.path("diagnostics").asText());
            }
        }
        return objections;
    }

    /// The modalities of the study's series in the archive, as Orthanc itself lists them.
    Set<String> archived() throws Exception {
        Set<String> modalities = new TreeSet<>();
        for (JsonNode series :
                get(URI.create(real.dicomWeb() + "/studies/" + study.uid().value() + "/series"))) {
            modalities.add(series.at("/00080060/Value/0").asText());
        }
        return modalities;
    }

    private JsonNode get(URI place) throws Exception {
        String type = place.getPath().contains("dicom-web") ? "application/dicom+json" : "application/fhir+json";
        return JSON.readTree(send(HttpRequest.newBuilder(place)
                        .header("Cache-Control", "no-cache")
                        .header("Accept", type))
                .body());
    }

    /// Orthanc hangs up after a second of silence, perhaps just when it is asked; nothing asked here does harm twice.
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /// The order is gone when its story is, so that no other desk is given its work.
    @Override
    public void close() throws IOException {
        try {
            send(HttpRequest.newBuilder(URI.create(real.fhir() + "/Task/t-" + key))
                    .DELETE());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pacs.close();
        ris.close();
        client.close();
    }
}
