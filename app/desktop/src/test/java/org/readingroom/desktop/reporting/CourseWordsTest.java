package org.readingroom.desktop.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// All is signed at 20:00 in Shanghai and may stand twelve hours, until 08:00.
// [utest->req~report.workflow.temporary~1]
class CourseWordsTest {
    private static final Instant SIGNED = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-03T00:00:00Z");
    /// The shipped rules let it stand twelve hours.
    private static final SigningRules TWELVE = SigningRules.shipped();
    private static final String DUE_WORDS = "2026-03-03 08:00";

    private final CourseWords english = new CourseWords(new Words(Locale.ENGLISH), ZoneId.of("Asia/Shanghai"));
    private final CourseWords chinese =
            new CourseWords(new Words(Locale.SIMPLIFIED_CHINESE), ZoneId.of("Asia/Shanghai"));

    @Test
    void aTemporaryReportSaysWhoseItIsAndUntilWhenItMayStand() {
        ReportCourse course = course(Stage.TEMPORARY);
        assertEquals(
                "The temporary report (赵医师, version 1) stands: the formal report is due by " + DUE_WORDS,
                english.standing(course, TWELVE, DUE));
        assertEquals(
                "The temporary report (赵医师, version 1) stands: the formal report is overdue, it was due by "
                        + DUE_WORDS,
                english.standing(course, TWELVE, DUE.plusMillis(1)));
        assertEquals("临时报告（赵医师，第 1 版）仍在使用：正式报告应于 " + DUE_WORDS + " 前签发", chinese.standing(course, TWELVE, DUE));
        assertTrue(english.needsAttention(course, TWELVE));
    }

    @Test
    void whatWasSignedOrDoneSinceStandsBesideIt() {
        ReportCourse primary = course(Stage.TEMPORARY, Stage.PRIMARY);
        String said = chinese.standing(primary, TWELVE, SIGNED);
        assertTrue(said.startsWith("初诊报告已由 赵医师 签名，第 2 版"), said);
        assertTrue(said.contains("临时报告（赵医师，第 1 版）"), said);
        CourseAct back = new CourseAct(
                "a", "d2", 2, CourseAct.Kind.RETURNED, "q", "钱医师", SIGNED, "side", "请核对左右", "", "", "rules");
        String returned = chinese.standing(new ReportCourse(primary.versions(), List.of(back)), TWELVE, SIGNED);
        assertTrue(returned.contains("请核对左右") && returned.contains("临时报告（赵医师，第 1 版）"), returned);
    }

    @Test
    void nothingIsSaidOfItOnceTheFormalOneWasGivenOut() {
        ReportCourse formal = course(Stage.TEMPORARY, Stage.PRIMARY, Stage.REVIEW);
        assertEquals("Review signed by 赵医师, version 3", english.standing(formal, TWELVE, DUE.plusSeconds(1)));
        assertFalse(english.needsAttention(formal, TWELVE));
        assertEquals("Not signed yet", english.standing(course(), TWELVE, SIGNED));
    }

    @Test
    void whatWasDoneAboutAVersionStandsBeforeTheNextOfTheSameSecond() {
        ReportCourse signed = course(Stage.PRIMARY, Stage.CONSULTATION);
        CourseAct asked = new CourseAct(
                "a",
                "d1",
                1,
                CourseAct.Kind.CONSULTATION_ASKED,
                "q",
                "钱医师",
                SIGNED.plusMillis(300),
                "",
                "结节性质？",
                "zhao",
                "赵医师",
                "rules");
        String history = chinese.history(new ReportCourse(signed.versions(), List.of(asked)));
        assertTrue(history.indexOf("初诊报告") < history.indexOf("结节性质？"), history);
        assertTrue(history.indexOf("结节性质？") < history.indexOf("会诊意见"), history);
    }

    private static ReportCourse course(Stage... stages) {
        Patient patient = new Patient(new PatientId("DEMO-1", ""), PersonName.parse("Ce^Yi=测^一"), null, Sex.FEMALE);
        Study study = new Study(
                new StudyUid("2.25.1"), patient, "A1", null, "Chest", new TreeSet<>(List.of("CT")), "CHEST", 1, 1);
        Report report = Report.blank(StudyIdentity.of(study, ""), ReportLanguage.CHINESE);
        Author author = new Author("zhao", "赵医师", Set.of(AuthorRole.RADIOLOGIST), "D-1", null);
        List<SignedReport> versions = new ArrayList<>();
        for (Stage stage : stages) {
            int number = versions.size() + 1;
            SigningAct act =
                    new SigningAct(stage, author, number, number == 1 ? "" : "d" + (number - 1), SIGNED, "", "rules");
            versions.add(new SignedReport(report, act, new byte[0], "d" + number, new byte[0]));
        }
        return new ReportCourse(versions, List.of());
    }
}
