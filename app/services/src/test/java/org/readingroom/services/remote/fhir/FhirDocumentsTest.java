package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.ReportId;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.Recall;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.FhirAbilities;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;

/// Earlier documents of a report on a server where others write too.
// [utest->req~report.fhir.one-valid~1]
class FhirDocumentsTest {
    private static final ReportId REPORT = new ReportId("r");
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final Recall RECALL = new Recall(REPORT, SECOND, List.of(FIRST));

    private final FhirDouble ris = new FhirDouble(FhirAbilities.STRICT_R4, new QuickHome.Clock());
    private final FhirReports reports =
            new FhirReports(new HttpLink(HttpServer.open(ris.base()), LinkWitness.NONE, HttpTimes.DEFAULT));

    @BeforeEach
    void fill() {
        ris.put("""
                {"resourceType":"DiagnosticReport","id":"d","status":"final",
                 "identifier":[{"system":"urn:ietf:rfc:3986","value":"%s"}]}""".formatted(ReportBundle.urn(REPORT)));
        document("one", FIRST, "DiagnosticReport/d");
        document("two", SECOND, "DiagnosticReport/d");
    }

    @AfterEach
    void close() {
        ris.close();
    }

    private void document(String id, UUID filing, String report) {
        ris.put("""
                {"resourceType":"DocumentReference","id":"%s","status":"current","docStatus":"final",
                 "identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:%s"}],
                 "context":{"related":[{"reference":"%s"}]}}""".formatted(id, filing, report));
    }

    private void change(String id, Consumer<ObjectNode> change) {
        ObjectNode document = ris.get("DocumentReference", id).orElseThrow();
        change.accept(document);
        ris.put(document);
    }

    private String status(String id) {
        return ris.get("DocumentReference", id).orElseThrow().path("status").asText();
    }

    /// Somebody is faster, once, at the very moment before `id` is written.
    private void fasterOn(String id, Consumer<ObjectNode> change) {
        AtomicBoolean isDone = new AtomicBoolean();
        ris.faults()
                .next(
                        request -> {
                            if (request.method().equals("PUT")
                                    && request.path().equals("DocumentReference/" + id)
                                    && !isDone.getAndSet(true)) {
                                change(id, change);
                            }
                            return false;
                        },
                        FhirFault.status(500));
    }

    @Test
    void theNewOneSaysWhatItReplacesAndTheOldOneHoldsNoMore() throws Exception {
        change("one", node -> node.put("description", "as it was"));
        assertEquals(Recall.Outcome.DONE, reports.recall(RECALL));
        assertEquals(List.of("superseded", "current"), List.of(status("one"), status("two")));
        ObjectNode old = ris.get("DocumentReference", "one").orElseThrow();
        assertEquals("as it was", old.path("description").asText());
        ObjectNode now = ris.get("DocumentReference", "two").orElseThrow();
        assertEquals(1, now.path("relatesTo").size());
        assertEquals("replaces", now.at("/relatesTo/0/code").asText());
        assertEquals(
                "DocumentReference/one", now.at("/relatesTo/0/target/reference").asText());
        ris.forgetRequests();
        assertEquals(Recall.Outcome.DONE, reports.recall(RECALL));
        assertEquals(
                0,
                ris.requests().stream()
                        .filter(each -> each.method().equals("PUT"))
                        .count(),
                "told twice, told once");
    }

    /// By the id of its filing the report is found although its document holds no more.
    // [utest->req~report.fhir.once~1]
    @Test
    void aLostReplyIsStillFoundBehindASupersededDocument() throws Exception {
        reports.recall(RECALL);
        assertEquals("d", reports.filed(FIRST).orElseThrow().id());
    }

    @Test
    void nothingIsRecalledBeforeTheNewOneIsThere() throws Exception {
        ris.delete("DocumentReference", "two");
        assertEquals(Recall.Outcome.NOT_THERE, reports.recall(RECALL));
        document("two", SECOND, "DiagnosticReport/gone");
        assertEquals(Recall.Outcome.NOT_THERE, reports.recall(RECALL));
        ris.put("{\"resourceType\":\"DiagnosticReport\",\"id\":\"gone\",\"status\":\"final\"}");
        assertEquals(Recall.Outcome.NOT_THERE, reports.recall(RECALL), "another report");
        assertEquals("current", status("one"));
    }

    @Test
    void whatTheHospitalTookBackTakesNoPlace() throws Exception {
        change("two", node -> node.put("status", "entered-in-error"));
        assertEquals(Recall.Outcome.TAKEN_BACK, reports.recall(RECALL));
        assertEquals("current", status("one"));
    }

    @Test
    void whoWasFasterIsReadAndKept() throws Exception {
        fasterOn("one", node -> node.put("description", "theirs"));
        fasterOn("two", node -> node.put("description", "theirs too"));
        assertEquals(Recall.Outcome.DONE, reports.recall(RECALL));
        assertEquals("superseded", status("one"));
        for (String id : List.of("one", "two")) {
            assertEquals(
                    id.equals("one") ? "theirs" : "theirs too",
                    ris.get("DocumentReference", id)
                            .orElseThrow()
                            .path("description")
                            .asText());
        }
    }

    @Test
    void whatSomebodyTookBackMeanwhileStaysTakenBack() throws Exception {
        fasterOn("one", node -> node.put("status", "entered-in-error"));
        assertEquals(Recall.Outcome.DONE, reports.recall(RECALL));
        assertEquals("entered-in-error", status("one"));
    }

    @Test
    void whoIsFasterEveryTimeIsNotFoughtWith() {
        ris.faults()
                .next(
                        request -> request.method().equals("PUT"),
                        FhirFault.status(412),
                        FhirFault.status(412),
                        FhirFault.status(412),
                        FhirFault.status(412),
                        FhirFault.status(412));
        RisException e = assertThrows(RisException.class, () -> reports.recall(RECALL));
        assertEquals(ServerFault.CONFLICT, e.fault());
        assertEquals(
                4,
                ris.requests().stream()
                        .filter(each -> each.method().equals("PUT"))
                        .count());
    }

    /// The same number under another system, the number of a filing on a paper of another report, and a paper of
    /// the hospital's own on our report.
    @Test
    void nothingThatIsNotOursIsTouched() throws Exception {
        document("other-report", FIRST, "DiagnosticReport/e");
        document("hospital", new UUID(9, 9), "DiagnosticReport/d");
        document("other-system", FIRST, "DiagnosticReport/d");
        change("other-system", node -> ((ObjectNode) node.at("/identifier/0")).put("system", "urn:oid:1.2.3"));
        reports.recall(RECALL);
        assertEquals("superseded", status("one"));
        for (String id : List.of("other-report", "hospital", "other-system")) {
            assertEquals("current", status(id), id);
            assertEquals(id.equals("other-system") ? 2 : 1, ris.versions("DocumentReference", id), id);
        }
    }
}
