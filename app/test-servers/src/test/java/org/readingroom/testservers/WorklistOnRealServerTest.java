package org.readingroom.testservers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.fhir.FhirWorklist;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.testing.RealHospital;
import org.readingroom.viewer.task.Progress;

/// The program's worklist against a server that somebody else wrote.
// [utest->req~ris.changes~1]
// [utest->req~ris.claim~1]
// [utest->req~ris.request-form~1]
@Tag("slow")
class WorklistOnRealServerTest {
    private static final Order.Reader ONE = new Order.Reader("radiologist", "One");
    private static final Order.Reader OTHER = new Order.Reader("senior", "Other");

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private Fhir fhir;
    private FhirWorklist worklist;

    @BeforeEach
    void open() throws Exception {
        RealHospital hospital = RealHospital.shared();
        fhir = new Fhir(hospital.fhir());
        worklist = new FhirWorklist(HttpServer.open(hospital.fhir()), LinkWitness.NONE);
    }

    @AfterEach
    void close() {
        if (worklist != null) {
            worklist.close();
        }
        if (fhir != null) {
            fhir.close();
        }
    }

    /// An order of a patient of its own, without pictures.
    private void order(String id) throws Exception {
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":{"resourceType":"Patient","id":"p-ID","birthDate":"1990-01-02",
                   "identifier":[{"type":{"coding":[{"code":"MR"}]},"system":"urn:t","value":"MR-ID"}],
                   "name":[{"family":"Invented"}]},"request":{"method":"PUT","url":"Patient/p-ID"}},
                 {"resource":{"resourceType":"ServiceRequest","id":"r-ID","status":"active","intent":"order",
                   "identifier":[{"type":{"coding":[{"code":"ACSN"}]},"system":"urn:t","value":"ACC-ID"}],
                   "subject":{"reference":"Patient/p-ID"},"authoredOn":"2026-03-01T10:00:00Z"},
                  "request":{"method":"PUT","url":"ServiceRequest/r-ID"}},
                 {"resource":{"resourceType":"Task","id":"t-ID","status":"ready","intent":"order","priority":"asap",
                   "focus":{"reference":"ServiceRequest/r-ID"},"for":{"reference":"Patient/p-ID"}},
                  "request":{"method":"PUT","url":"Task/t-ID"}}]}""";
        assertEquals(200, fhir.send("POST", "", bundle.replace("ID", id)).status());
    }

    private Order found(OrderChanges changes, String accession) {
        List<Order> found = changes.orders().stream()
                .filter(each -> each.accessionNumber().equals(accession))
                .toList();
        assertEquals(1, found.size(), accession);
        return found.getFirst();
    }

    @Test
    void theDemoDepartmentIsReadAsItWasWritten() throws Exception {
        OrderChanges all = worklist.changes("", Progress.IGNORED);
        Order chest = found(all, "DEMO26011501");
        assertEquals(OrderPriority.STAT, chest.priority());
        assertEquals(OrderState.WAITING, chest.state());
        assertEquals("DEMO-0001", chest.patient().id().value());
        assertEquals("演示^甲", chest.patient().name().ideographic());
        assertEquals(Set.of(PatientFlag.EMERGENCY, PatientFlag.ELDERLY), chest.flags());
        assertEquals(Duration.ofMinutes(30), Duration.between(chest.requested(), chest.due()));
        assertEquals(
                Set.of(PatientFlag.EMERGENCY, PatientFlag.ELDERLY, PatientFlag.INFECTIOUS),
                found(all, "DEMO26011607").flags());
        assertEquals(Set.of(PatientFlag.CRITICAL), found(all, "DEMO26011502").flags());
        assertTrue(
                all.orders().stream().noneMatch(each -> each.accessionNumber().equals("DEMO25051507")),
                "what was reported long ago is no work");
        RequestForm form = worklist.request(chest);
        assertTrue(form.reason().contains("Cough for three weeks"), form.reason());
        assertTrue(form.diagnosis().contains("Abnormal finding of lung"), form.diagnosis());
        assertEquals("急诊科 Emergency", form.department());
        RequestForm.Laboratory crp = form.laboratory().stream()
                .filter(each -> each.name().contains("CRP"))
                .findFirst()
                .orElseThrow();
        assertEquals("48 mg/L 0–8 H", String.join(" ", crp.value(), crp.unit(), crp.range(), crp.interpretation()));
        assertTrue(
                form.reports().getFirst().conclusion().contains("Follow-up in 6 months"),
                form.reports().toString());
    }

    @Test
    void anOrderArrivesChangesAndGoesByAsking() throws Exception {
        String cursor = worklist.changes("", Progress.IGNORED).cursor();
        order(own);
        OrderChanges arrived = worklist.changes(cursor, Progress.IGNORED);
        Order order = found(arrived, "ACC-" + own);
        assertEquals(null, order.study());
        String study = """
                {"resourceType":"ImagingStudy","id":"i-ID","status":"available","subject":{"reference":"Patient/p-ID"},
                 "identifier":[{"system":"urn:dicom:uid","value":"urn:oid:2.25.77"}],
                 "basedOn":[{"reference":"ServiceRequest/r-ID"}]}""";
        fhir.send("PUT", "ImagingStudy/i-" + own, study.replace("ID", own));
        OrderChanges pictured = worklist.changes(arrived.cursor(), Progress.IGNORED);
        assertEquals("2.25.77", found(pictured, "ACC-" + own).study().value());
        assertEquals(200, fhir.send("DELETE", "Task/t-" + own, "").status());
        OrderChanges gone = worklist.changes(pictured.cursor(), Progress.IGNORED);
        assertTrue(gone.gone().contains("t-" + own), gone.gone().toString());
    }

    /// A second reader is put between any two requests of the first.
    @Test
    void whereverASecondReaderComesBetweenOneHasTheCaseAndBothKnowWho() throws Exception {
        int between = 0;
        for (boolean hasCome = true; hasCome; ) {
            String id = own + "-" + between;
            order(id);
            Order order = found(worklist.changes("", Progress.IGNORED), "ACC-" + id);
            Intruder intruder = new Intruder(between++, () -> worklist.claim(order, OTHER));
            ClaimOutcome first;
            try (FhirWorklist theirs =
                    new FhirWorklist(HttpServer.open(RealHospital.shared().fhir()), intruder)) {
                first = theirs.claim(order, ONE);
            }
            hasCome = intruder.outcome != null;
            ClaimOutcome second = hasCome ? intruder.outcome : worklist.claim(order, OTHER);
            String holder = fhir.get("Task/t-" + id)
                    .body()
                    .at("/owner/identifier/value")
                    .asText();
            String where = "before request " + between;
            assertEquals(holder.equals(ONE.id()), first instanceof ClaimOutcome.Done, where);
            assertEquals(holder.equals(OTHER.id()), second instanceof ClaimOutcome.Done, where);
            assertEquals(holder, first.order().owner().id(), where);
        }
        assertTrue(between > 3, "a claim reads, writes and reads: " + between);
    }

    /// Does something of its own just before one of the requests of a client goes out.
    private static final class Intruder implements LinkWitness {
        private final Callable<ClaimOutcome> act;
        private int left;
        private ClaimOutcome outcome;

        Intruder(int after, Callable<ClaimOutcome> act) {
            this.left = after;
            this.act = act;
        }

        @Override
        public boolean isOpen() {
            if (left-- == 0) {
                try {
                    outcome = act.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return true;
        }

        @Override
        public void answered() {}

        @Override
        public void unreachable(String messageKey) {}
    }

    @Test
    void aCaseIsClaimedOverAnotherWritersChangeAndReleasedByItsHolderOnly() throws Exception {
        order(own);
        Order seen = found(worklist.changes("", Progress.IGNORED), "ACC-" + own);
        var task = (com.fasterxml.jackson.databind.node.ObjectNode)
                fhir.get("Task/t-" + own).body();
        fhir.send(
                "PUT",
                "Task/t-" + own,
                task.put("description", "moved by the RIS").toString());
        assertInstanceOf(ClaimOutcome.Done.class, worklist.claim(seen, ONE));
        assertInstanceOf(ClaimOutcome.Lost.class, worklist.claim(seen, OTHER));
        assertInstanceOf(ClaimOutcome.Lost.class, worklist.release(seen, OTHER));
        var held = fhir.get("Task/t-" + own).body();
        assertEquals("moved by the RIS", held.path("description").asText(), "what others wrote is kept");
        assertEquals("in-progress", held.path("status").asText());
        assertInstanceOf(ClaimOutcome.Done.class, worklist.release(seen, ONE));
        assertTrue(fhir.get("Task/t-" + own).body().path("owner").isMissingNode());
    }
}
