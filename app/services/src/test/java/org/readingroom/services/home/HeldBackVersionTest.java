package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Stage;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;

/// The way of a night's temporary report, which a trainee goes on with, as the ward reads it in the RIS.
// [utest->req~report.dispatch.never-less~1]
class HeldBackVersionTest extends ChangedReports {
    private static final String NIGHT = "右肺动脉栓塞。";
    private static final String GUESS = "未见栓塞。";
    private static final String FORMAL = "右肺动脉主干栓塞。";

    @Test
    void theTraineesWordsNeverTakeThePlaceOfThoseOfAPhysician() throws Exception {
        sign(NIGHT, Stage.TEMPORARY);
        comes();
        as("resident");
        sign(GUESS, Stage.TRAINEE);
        comes();
        assertEquals(2, session.reports().versions(study.uid()).size(), "it is kept here");
        assertEquals("preliminary " + NIGHT, there());
        setFieldOfItsOwn();
        as("radiologist");
        sign(FORMAL, Stage.PRIMARY);
        comes();
        assertEquals("preliminary " + FORMAL, there());
        as("senior");
        sign(FORMAL, Stage.REVIEW);
        comes();
        assertEquals("final " + FORMAL, there());
        assertEquals(List.of("1 report", "3 report", "3 recall", "4 report", "4 DOC", "4 SR", "4 recall"), entries());
        assertNobodyReadTheGuess();
    }

    /// Everything is signed during an outage; the way is the same afterwards.
    @Test
    void anOutageChangesNothingOfThat() throws Exception {
        FhirFault[] gone = new FhirFault[400];
        java.util.Arrays.fill(gone, new FhirFault.LoseRequest());
        ris.faults().next(request -> true, gone);
        sign(NIGHT, Stage.TEMPORARY);
        as("resident");
        sign(GUESS, Stage.TRAINEE);
        as("radiologist");
        sign(FORMAL, Stage.PRIMARY);
        ris.faults().none();
        comes();
        assertEquals("preliminary " + FORMAL, there());
        assertEquals(List.of("1 report", "3 report", "3 recall"), entries());
        assertNobodyReadTheGuess();
    }

    private void setFieldOfItsOwn() {
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        ris.put(report.put("issued", "2026-03-02T10:00:00Z"));
    }

    private void as(String name) throws Exception {
        session.close();
        session = QuickHome.signIn(home, name);
    }

    private void comes() throws Exception {
        until("all is sent", () -> {
            clock.advance(Duration.ofMinutes(1));
            session.hospital().sender().wake();
            assertEquals(List.of(), session.outbox().deadLetters());
            return session.outbox().entries().stream().allMatch(entry -> entry.state() == State.SENT);
        });
    }

    private String there() {
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        return report.path("status").asText() + " " + report.path("conclusion").asText();
    }

    private List<String> entries() throws Exception {
        return session.outbox().entries().stream()
                .map(entry -> entry.reportVersion() + " " + entry.kind())
                .toList();
    }

    private void assertNobodyReadTheGuess() {
        for (String type : List.of("DiagnosticReport", "Observation", "DocumentReference", "Provenance")) {
            ris.all(type).forEach(each -> assertFalse(each.toString().contains(GUESS), type));
        }
        ris.requests().forEach(request -> assertFalse(request.body().contains(GUESS), request.path()));
    }
}
