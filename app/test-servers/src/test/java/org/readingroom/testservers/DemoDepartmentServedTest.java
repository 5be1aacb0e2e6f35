package org.readingroom.testservers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.services.testing.RealHospital;
import org.readingroom.viewer.phantom.DemoDepartment;

/// The demo department as the two servers tell of it, each held against the other.
// [utest->req~house.servers~1]
@Tag("slow")
class DemoDepartmentServedTest {
    private RealHospital hospital;

    @BeforeEach
    void start() throws Exception {
        hospital = RealHospital.shared();
    }

    private JsonNode archive(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(hospital.dicomWeb() + path))
                    .header("Accept", "application/dicom+json")
                    .build();
            return new ObjectMapper()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }

    private static String value(JsonNode dataSet, String tag) {
        return dataSet.path(tag).path("Value").path(0).asText();
    }

    @Test
    void everySyntheticStudyIsInTheArchiveWholeAndAskedForByAnOrderWithItsNumbers() throws Exception {
        Map<String, String> numbers = new TreeMap<>();
        for (JsonNode study : archive("/studies?includefield=00201208")) {
            numbers.put(value(study, "0020000D"), value(study, "00080050"));
        }
        try (Fhir fhir = new Fhir(hospital.fhir())) {
            for (var study : DemoDepartment.studies()) {
                String uid = study.uid().value();
                assertTrue(numbers.containsKey(uid), study.name());
                assertEquals(
                        study.size(), archive("/studies/" + uid + "/instances").size(), study.name());
                JsonNode imaging = only(fhir, "ImagingStudy?identifier=urn:dicom:uid%7Curn:oid:" + uid);
                String order = imaging.at("/basedOn/0/reference").asText();
                JsonNode request = fhir.get(order).body();
                assertEquals(numbers.get(uid), request.at("/identifier/0/value").asText(), study.name());
                JsonNode task = only(fhir, "Task?focus=" + order);
                boolean isPrior = study.name().endsWith("-prior");
                assertEquals(
                        isPrior ? "completed" : "ready", task.path("status").asText(), study.name());
                assertEquals(request.at("/subject/reference"), task.at("/for/reference"), study.name());
            }
        }
    }

    private static JsonNode only(Fhir fhir, String query) throws Exception {
        JsonNode found = fhir.get(query).body().path("entry");
        assertEquals(1, found.size(), query);
        return found.path(0).path("resource");
    }

    @Test
    void whatTheOrdersConsistOfIsSoundByTheServersOwnJudgement() throws Exception {
        List<String> objections = new ArrayList<>();
        try (Fhir fhir = new Fhir(hospital.fhir())) {
            for (String query : List.of(
                    "Patient?identifier=DEMO-0003",
                    "ServiceRequest?identifier=DEMO26011607",
                    "Task?identifier=DEMO26011607",
                    "ImagingStudy?identifier=DEMO26011607",
                    "DiagnosticReport?identifier=DEMO25061007",
                    "Observation?_id=lab-1988-5-DEMO26011607",
                    "Condition?_id=diagnosis-DEMO26011607",
                    "Encounter?_id=visit-DEMO26011607",
                    "AllergyIntolerance?patient=patient-DEMO-0007",
                    "Flag?_id=mark-40733004-DEMO26011607")) {
                JsonNode resource = only(fhir, query);
                String type = resource.path("resourceType").asText();
                JsonNode said = fhir.send("POST", type + "/$validate", resource.toString())
                        .body();
                for (JsonNode issue : said.path("issue")) {
                    if (List.of("error", "fatal")
                            .contains(issue.path("severity").asText())) {
                        objections.add(type + ": " + issue.path("diagnostics").asText());
                    }
                }
            }
        }
        assertEquals(List.of(), objections);
    }
}
