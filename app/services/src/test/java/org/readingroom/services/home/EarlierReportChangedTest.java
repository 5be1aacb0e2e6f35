package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.prior.PriorReport;
import org.readingroom.report.prior.PriorReports;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.reporting.EarlierReports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.StudyUid;

/// An earlier report whose words are others at the hospital by now.
class EarlierReportChangedTest extends ChangedReports {
    private PriorReports earlier() throws Exception {
        StudyIdentity old = StudyIdentity.of(study, "");
        StudyIdentity now = new StudyIdentity(
                new StudyUid("2.25.77"),
                old.patient(),
                "A77",
                LocalDateTime.of(2026, 9, 1, 8, 0),
                "CT",
                "CHEST",
                "",
                "");
        return new EarlierReports(
                        session.reporting().search(),
                        session.course(),
                        incoming(),
                        session.worklist().survivors(),
                        session.studies(),
                        session.hospital().outside(),
                        session.audit())
                .of(now);
    }

    private List<String> conclusions() throws Exception {
        return earlier().reports().stream().map(PriorReport::conclusion).toList();
    }

    // [utest->req~report.prior.valid~1]
    @Test
    void whatTheHospitalChangedIsNotQuotedBeforeItIsSignedAnew() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        assertEquals(List.of("右肺结节。"), conclusions());
        conclude("左肺结节。");
        until("the change", () -> poll(reports()) == 1);
        assertEquals(new PriorReports(List.of(), 1), earlier());
        IncomingChange change = incoming().changes().getFirst();
        incoming().take(change, change.merge());
        assertEquals(new PriorReports(List.of(), 1), earlier(), "taken, and signed by nobody");
        session.close();
        session = QuickHome.signIn(home, "senior");
        sign("左肺结节。", Stage.REVIEW);
        until("sent anew", this::isSeenTo);
        assertEquals(List.of("左肺结节。"), conclusions());
    }
}
