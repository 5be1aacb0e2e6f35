package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.WorkstationException;

/// The one draft of a study, and what never becomes one.
class ReportDraftTest extends ReportHome {
    // [utest->req~report.draft.saved~1]
    @Test
    void aDraftComesBackAfterARestart() throws Exception {
        Report report;
        try (Session session = session("radiologist")) {
            OpenReport open = take(session);
            assertFalse(open.isDraft());
            assertEquals(Optional.of(Stage.PRIMARY), open.nextStage());
            report = Reports.written(open.report(), "右肺结节。");
            session.reports().saveDraft(report, open.baseVersion());
            assertEquals(ReadingState.DRAFT, state(session));
        }
        home.close();
        home = QuickHome.demo(folder.resolve("home"), clock);
        try (Session session = session("senior")) {
            OpenReport open = take(session);
            assertTrue(open.isDraft());
            assertEquals(report, open.report());
        }
    }

    @Test
    void aLateSaveNeverBringsASignedReportsDraftBack() throws Exception {
        try (Session session = session("radiologist")) {
            OpenReport open = take(session);
            Report report = Reports.written(open.report(), "右肺结节。");
            session.reports().saveDraft(report, 0);
            session.reports().sign(report, 0, Stage.PRIMARY, "", "demo".toCharArray());
            assertEquals(
                    "services.report.signed-meanwhile",
                    assertThrows(
                                    WorkstationException.class,
                                    () -> session.reports().saveDraft(report, 0))
                            .messageKey());
            assertFalse(take(session).isDraft());
            session.reports().saveDraft(report, 1);
            assertTrue(take(session).isDraft());
        }
    }

    @Test
    void aStudyHasOneDraft() throws Exception {
        try (Session session = session("radiologist")) {
            session.reports().saveDraft(Reports.chest(study), 0);
            Report other = Reports.chest(study);
            assertEquals(
                    "services.report.late",
                    assertThrows(
                                    WorkstationException.class,
                                    () -> session.reports().saveDraft(other, 0))
                            .messageKey());
        }
    }

    /// Taken up as a blank page before a colleague signed: kept, it would hide the signed words.
    @Test
    void aSecondReportOfAStudyThatWasSignedMeanwhileIsNotKept() throws Exception {
        Report blank = Reports.chest(study);
        SignedReport signed = signAs("radiologist", Stage.PRIMARY, "右肺结节。");
        try (Session session = session("senior")) {
            for (int base = 0; base < 2; base++) {
                int baseVersion = base;
                assertEquals(
                        "services.report.late",
                        assertThrows(
                                        WorkstationException.class,
                                        () -> session.reports().saveDraft(blank, baseVersion))
                                .messageKey());
            }
            assertEquals(signed.report(), take(session).report());
        }
    }
}
