package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.task.Progress;

/// What the hospital has is not written over, and a report without a sure patient not filed.
class FilingConflictTest extends FiledReports {
    /// Somebody in the hospital changed the report after it arrived: the next version is not written over it.
    // [utest->req~report.fhir.once~1]
    @Test
    void nothingIsWrittenOverWhatWasChangedOnTheServer() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        until("preliminary", () -> ris.all("DiagnosticReport").size() == 1);
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        assertEquals("preliminary", report.path("status").asText());
        report.put("conclusion", "左肺结节。");
        ris.put(report);
        signAs("senior", Stage.REVIEW, "右肺上叶结节。", false);
        try (Session session = session("senior")) {
            until("a conflict", () -> !session.outbox().deadLetters().isEmpty());
            assertEquals(
                    State.CONFLICT, session.outbox().deadLetters().getFirst().state());
            assertEquals(
                    "左肺结节。",
                    ris.all("DiagnosticReport").getFirst().path("conclusion").asText());
            assertEquals(ReadingState.AWAITING_ISSUE, state(session));
        }
    }

    /// A RIS that sets its own fields, such as the time of issue, has changed nothing of ours.
    @Test
    void theTimeOfIssueThatTheRisSetsIsTakenAndIsNoConflict() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        until("preliminary", () -> ris.all("DiagnosticReport").size() == 1);
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        report.put("issued", "2026-03-02T10:00:00+08:00");
        ris.put(report);
        signAs("senior", Stage.REVIEW, "右肺结节。", false);
        try (Session session = session("senior")) {
            until("all is sent", () -> isAllSent(session));
            assertEquals(
                    "final",
                    ris.all("DiagnosticReport").getFirst().path("status").asText());
        }
    }

    @Test
    void aPatientTheRisDoesNotKnowForSureGetsNoReport() throws Exception {
        ris.put(PATIENT.replace("1961-04-09", "1961-04-10"));
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        try (Session session = session("radiologist")) {
            until("a dead letter", () -> !session.outbox().deadLetters().isEmpty());
            OutboxEntry dead = session.outbox().deadLetters().getFirst();
            assertEquals(
                    "services.outbox.patient-unsure",
                    session.outbox().story(dead.id()).events().getLast().reasonKey());
            assertEquals(List.of(), ris.all("DiagnosticReport"));
            ris.put(PATIENT);
            session.hospital().sender().retry(dead.id());
            until("sent", () -> isAllSent(session));
            assertEquals(
                    "preliminary",
                    ris.all("DiagnosticReport").getFirst().path("status").asText());
        }
    }

    /// Another desk reported the study while this one was away: a person has to look.
    @Test
    void aReportOfAnotherDeskIsAConflict() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。", false);
        until("preliminary", () -> ris.all("DiagnosticReport").size() == 1);
        ObjectNode theirs = ris.all("DiagnosticReport").getFirst();
        ris.delete("DiagnosticReport", theirs.path("id").asText());
        ((ObjectNode) theirs.at("/identifier/0")).put("value", "urn:uuid:00000000-0000-4000-8000-000000000001");
        theirs.put("id", "theirs");
        ris.put(theirs);
        Home other = Home.openOrCreateDemo(
                folder.resolve("other"),
                QuickHome.options(clock)
                        .withRenderer(versions -> PDF)
                        .withClients(runner -> new HospitalDoubles(ris, archive)),
                Progress.IGNORED);
        try (other;
                Session session = QuickHome.signIn(other, "radiologist")) {
            session.imports().importPaths(List.of(folder.resolve("a")), Progress.IGNORED);
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            session.reports().sign(Reports.written(open.report(), "左肺结节。"), 0, Stage.PRIMARY, "", "demo".toCharArray());
            until("a conflict", () -> !session.outbox().deadLetters().isEmpty());
            assertEquals(
                    "services.outbox.other-report",
                    session.outbox()
                            .story(session.outbox().deadLetters().getFirst().id())
                            .events()
                            .getLast()
                            .reasonKey());
            assertEquals(1, ris.all("DiagnosticReport").size());
        }
    }
}
