package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalContact.Medium;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.services.reporting.CriticalValues;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;

/// Critical values of a desk as the RIS gets them.
// [utest->req~report.critical.told-ris~1]
class CriticalToldTest extends ChangedReports {
    private static final CriticalContact CALL = new CriticalContact("护士丁", "急诊科", "8120", Medium.PHONE, "急性肺栓塞");
    private static final CriticalContact NURSE = CriticalContact.by(Medium.PHONE, "护士丁", "急诊科", "8120");

    /// Everything that happens to one finding, one slip among it.
    private CriticalCase loop() throws Exception {
        CriticalValues values = session.reporting().critical();
        UUID id = values.discover(CriticalFinding.of(
                        values.dictionary(),
                        values.dictionary().entry("pulmonary-embolism").orElseThrow(),
                        study.uid(),
                        "r1",
                        "s1",
                        "右肺动脉主干充盈缺损。"))
                .id();
        session.close();
        session = QuickHome.signIn(home, "senior");
        values = session.reporting().critical();
        after(2);
        values.perform(id, CriticalAct.of(CriticalKind.VERIFIED));
        after(2);
        CriticalCase told =
                values.perform(id, CriticalAct.of(CriticalKind.NOTIFIED).with(CALL));
        Instant really = clock.instant().minus(Duration.ofMinutes(1));
        after(3);
        values.perform(id, CriticalAct.correction(told.events().getLast(), really, null, "时间写错"));
        values.perform(id, CriticalAct.of(CriticalKind.ACKNOWLEDGED).with(NURSE));
        after(20);
        return values.perform(
                id, CriticalAct.of(CriticalKind.HANDLED).with(NURSE).saying("已抗凝"));
    }

    private void after(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    private void assertToldOnce(CriticalCase loop) {
        assertEquals(
                Map.of("completed", 1),
                statuses("CommunicationRequest"),
                "the ward has handled it: nothing is asked for any more");
        assertEquals(Map.of("completed", 3, "entered-in-error", 1), statuses("Communication"));
        assertEquals(6, ris.all("Provenance").size());
        ObjectNode wrong = known(loop.last(CriticalKind.NOTIFIED).orElseThrow().id());
        assertEquals("entered-in-error", wrong.path("status").asText());
        assertEquals(2, ris.versions("Communication", wrong.path("id").asText()), "it changed in its state alone");
        ObjectNode right = known(loop.events().stream()
                .filter(event -> event.kind() == CriticalKind.CORRECTED)
                .findFirst()
                .orElseThrow()
                .id());
        assertEquals(1, ris.versions("Communication", right.path("id").asText()));
        assertEquals(wrong.path("payload"), right.path("payload"));
        assertEquals(
                Instant.parse(wrong.path("sent").asText()).minus(Duration.ofMinutes(1)),
                Instant.parse(right.path("sent").asText()));
        for (String type : List.of("Communication", "CommunicationRequest")) {
            for (ObjectNode each : ris.all(type)) {
                assertEquals("Patient/p1", each.at("/subject/reference").asText());
            }
        }
    }

    private ObjectNode known(UUID id) {
        return ris.all("Communication").stream()
                .filter(each -> each.at("/identifier/0/value").asText().equals("urn:uuid:" + id))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Integer> statuses(String type) {
        Map<String, Integer> statuses = new TreeMap<>();
        ris.all(type).forEach(each -> statuses.merge(each.path("status").asText(), 1, Integer::sum));
        return statuses;
    }

    private void comes() throws Exception {
        until("all is told", () -> {
            clock.advance(Duration.ofMinutes(1));
            session.hospital().sender().wake();
            return session.outbox().entries().stream().allMatch(entry -> entry.state() == State.SENT);
        });
    }

    @Test
    void theRisHearsOfEachStepOnce() throws Exception {
        CriticalCase loop = loop();
        comes();
        assertToldOnce(loop);
        assertEquals(
                List.of(loop.events().get(1).id(), loop.events().get(2).id()),
                session.outbox().entries().stream()
                        .map(OutboxEntry::id)
                        .limit(2)
                        .toList(),
                "the entry is known by the event");
    }

    @Test
    void lostRepliesAndBrokenLinesTellNothingTwice() throws Exception {
        ris.faults()
                .next(
                        request -> !request.method().equals("GET"),
                        new FhirFault.LoseReply(),
                        new FhirFault.CutReply(),
                        new FhirFault.LoseRequest(),
                        new FhirFault.Garbage(),
                        FhirFault.status(503),
                        FhirFault.status(412),
                        new FhirFault.LoseReply());
        ris.faults()
                .next(
                        request -> request.method().equals("PUT"),
                        new FhirFault.LoseReply(),
                        new FhirFault.LoseRequest(),
                        new FhirFault.LoseReply());
        CriticalCase loop = loop();
        comes();
        assertToldOnce(loop);
    }

    /// The RIS is gone all the while, and the desk is closed: it is told when both are back.
    @Test
    void whatHappenedWhileTheRisWasGoneIsToldLater() throws Exception {
        FhirFault[] gone = new FhirFault[400];
        java.util.Arrays.fill(gone, new FhirFault.LoseRequest());
        ris.faults().next(gone);
        CriticalCase loop = loop();
        session.close();
        assertEquals(0, ris.all("Communication").size());
        ris.faults().none();
        session = QuickHome.signIn(home, "resident");
        comes();
        assertToldOnce(loop);
    }

    /// Another person of that number: nobody is told about the wrong one.
    @Test
    void aPatientWhoIsNotSureIsToldOfNothing() throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-1"}],
                 "birthDate":"1961-04-10"}""");
        loop();
        until("a person is asked", () -> !session.outbox().deadLetters().isEmpty());
        assertEquals(
                "services.outbox.critical-patient-unsure",
                session.outbox()
                        .story(session.outbox().deadLetters().getFirst().id())
                        .events()
                        .getLast()
                        .reasonKey());
        assertTrue(ris.all("Communication").isEmpty()
                && ris.all("CommunicationRequest").isEmpty());
    }
}
