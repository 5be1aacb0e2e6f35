package org.readingroom.testservers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.fhir.FhirReports;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.ris.CaseNews.Kind;
import org.readingroom.services.testing.RealHospital;

/// The Task of a case on a server that somebody else wrote, and before its validator.
// [utest->req~report.fhir.case-told~1]
@Tag("slow")
class CaseOnRealServerTest {
    private static final UUID HELD = new UUID(0x1234, 1);

    private Fhir fhir;
    private FhirReports reports;

    @BeforeEach
    void open() throws Exception {
        RealHospital hospital = RealHospital.shared();
        fhir = new Fhir(hospital.fhir());
        reports = new FhirReports(new HttpLink(HttpServer.open(hospital.fhir()), LinkWitness.NONE, HttpTimes.DEFAULT));
        keep("Patient/p-case", "{\"resourceType\":\"Patient\",\"id\":\"p-case\",\"name\":[{\"family\":\"Invented\"}]}");
        keep("Task/t-case", """
                {"resourceType":"Task","id":"t-case","status":"in-progress","intent":"order",
                 "for":{"reference":"Patient/p-case"},"authoredOn":"2026-03-01T00:01:00Z",
                 "owner":{"display":"Invented reader"}}""");
    }

    @AfterEach
    void close() {
        if (fhir != null) {
            fhir.close();
        }
    }

    private void keep(String path, String json) throws Exception {
        assertTrue(Set.of(200, 201).contains(fhir.send("PUT", path, json).status()));
    }

    private ObjectNode task() throws Exception {
        return (ObjectNode) fhir.get("Task/t-case").body();
    }

    /// State, and how many reasons and business states are there; of all of it the validator has nothing to say.
    private String stands() throws Exception {
        ObjectNode task = task();
        for (JsonNode issue :
                fhir.send("POST", "Task/$validate", task.toString()).body().path("issue")) {
            assertTrue(
                    !Set.of("error", "fatal").contains(issue.path("severity").asText()),
                    issue.path("diagnostics").asText());
        }
        return task.path("status").asText() + " "
                + task.at("/statusReason/coding/0/code").asText() + " "
                + task.at("/businessStatus/coding/0/code").asText();
    }

    private void tell(UUID id, Kind kind) throws Exception {
        reports.tell(new CaseNews(id, "t-case", kind, "图像质量 丁 / image quality D：整层错位"));
    }

    @Test
    void aCaseIsHeldFreedSentBackAndReadAsTheStandardHasIt() throws Exception {
        tell(HELD, Kind.HELD);
        assertEquals("on-hold images-unreadable ", stands());
        String version = task().at("/meta/versionId").asText();
        tell(HELD, Kind.HELD);
        assertEquals(version, task().at("/meta/versionId").asText(), "told twice, it is told once");
        ObjectNode goneOn = task().put("status", "in-progress");
        goneOn.remove("statusReason");
        keep("Task/t-case", goneOn.toString());
        tell(HELD, Kind.HELD);
        assertEquals("in-progress  ", stands(), "the hospital went on, and a reply that was lost changes nothing");
        tell(UUID.randomUUID(), Kind.HELD);
        tell(UUID.randomUUID(), Kind.FREED);
        assertEquals("in-progress  ", stands());
        tell(UUID.randomUUID(), Kind.RETURNED);
        assertEquals("in-progress report-returned report-returned", stands());
        tell(UUID.randomUUID(), Kind.WRITTEN_AGAIN);
        assertEquals("in-progress  ", stands());
        tell(UUID.randomUUID(), Kind.RETURNED);
        reports.complete("t-case");
        assertEquals("completed  ", stands());
        assertNotEquals(version, task().at("/meta/versionId").asText());
    }
}
