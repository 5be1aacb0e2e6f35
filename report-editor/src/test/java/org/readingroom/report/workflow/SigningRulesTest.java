package org.readingroom.report.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

// [utest->req~report.workflow.stages~1]
class SigningRulesTest {
    private static final LocalDate GOOD = LocalDate.of(2030, 12, 31);

    private final SigningRules rules = SigningRules.shipped();
    private final Report report = SampleReports.chestCt();
    private final Author resident = SampleReports.author("resident", AuthorRole.TRAINEE, null);
    private final Author radiologist = SampleReports.author("radiologist", AuthorRole.RADIOLOGIST, GOOD);
    private final Author senior = SampleReports.author("senior", AuthorRole.SENIOR, GOOD);

    private List<SignedReport> signed(Object... stagesAndAuthors) {
        List<SignedReport> versions = new ArrayList<>();
        for (int i = 0; i < stagesAndAuthors.length; i += 2) {
            int version = versions.size() + 1;
            SigningAct act = new SigningAct(
                    (Stage) stagesAndAuthors[i],
                    (Author) stagesAndAuthors[i + 1],
                    version,
                    version == 1 ? "" : "ab",
                    SampleReports.NOW,
                    "",
                    "rules");
            versions.add(new SignedReport(report, act, new byte[0], "ab", new byte[0]));
        }
        return versions;
    }

    private List<String> refused(Stage stage, Author author, List<SignedReport> versions) {
        return refused(rules, stage, author, report, "", versions, SampleReports.TODAY);
    }

    private static List<String> refused(
            SigningRules rules,
            Stage stage,
            Author author,
            Report report,
            String reason,
            List<SignedReport> versions,
            LocalDate today) {
        List<Refusal> refusals = rules.refusals(new SigningSituation(
                stage,
                author,
                report,
                reason,
                versions,
                new ReportChecks(CheckRules.shipped()).check(CheckContext.of(report)),
                today));
        for (Refusal refusal : refusals) {
            String words = Messages.of(Locale.CHINESE)
                    .get(refusal.messageKey(), refusal.arguments().toArray());
            assertTrue(!words.equals(refusal.messageKey()), "no words for " + refusal.ruleId());
        }
        return refusals.stream().map(Refusal::ruleId).toList();
    }

    @Test
    void theUsualWayIsOpen() {
        assertEquals(List.of(), refused(Stage.TRAINEE, resident, signed()));
        assertEquals(List.of(), refused(Stage.PRIMARY, radiologist, signed(Stage.TRAINEE, resident)));
        assertEquals(
                List.of(), refused(Stage.REVIEW, senior, signed(Stage.TRAINEE, resident, Stage.PRIMARY, radiologist)));
        assertEquals(List.of(), refused(Stage.PRIMARY, radiologist, signed()));
    }

    @Test
    void nextStageFollowsRoleAndHistory() {
        assertEquals(Optional.of(Stage.TRAINEE), rules.nextStage(Set.of(AuthorRole.TRAINEE), signed()));
        assertEquals(Optional.of(Stage.PRIMARY), rules.nextStage(Set.of(AuthorRole.SENIOR), signed()));
        assertEquals(Optional.empty(), rules.nextStage(Set.of(AuthorRole.TRAINEE), signed(Stage.PRIMARY, radiologist)));
        assertEquals(
                Optional.of(Stage.ADDENDUM),
                rules.nextStage(
                        Set.of(AuthorRole.RADIOLOGIST), signed(Stage.PRIMARY, radiologist, Stage.REVIEW, senior)));
    }

    // [utest->req~report.workflow.rights~1]
    @Test
    void stagesOutOfOrderAndRolesWithoutRightAreRefusedByName() {
        assertEquals(List.of("stage-order"), refused(Stage.REVIEW, senior, signed()));
        assertEquals(List.of("stage-order"), refused(Stage.PRIMARY, radiologist, signed(Stage.PRIMARY, senior)));
        assertEquals(
                List.of("role-right", "licence-missing"),
                refused(Stage.PRIMARY, resident, signed(Stage.TRAINEE, resident)));
        assertEquals(List.of("role-right"), refused(Stage.REVIEW, radiologist, signed(Stage.PRIMARY, senior)));
        assertEquals(
                List.of("role-right", "machine-never-signs"),
                refused(Stage.TRAINEE, SampleReports.author("ai", AuthorRole.MACHINE, null), signed()));
    }

    // [utest->req~report.workflow.second-reader~1]
    @Test
    void thePrimaryAuthorDoesNotReviewUnlessThePolicySaysSo() throws IOException {
        Author both = new Author("both", "演示", Set.of(AuthorRole.RADIOLOGIST, AuthorRole.SENIOR), "D-1", GOOD);
        List<SignedReport> versions = signed(Stage.PRIMARY, both);
        assertEquals(List.of("reviewer-is-not-primary"), refused(Stage.REVIEW, both, versions));
        SigningRules lenient = SigningRules.read(new ByteArrayInputStream("""
                {"format":"readingroom.signing-rules","formatVersion":1,"version":"own-1",
                 "stages":{"REVIEW":{"roles":["SENIOR"]}},"reviewerMayBePrimaryAuthor":true}
                """.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), refused(lenient, Stage.REVIEW, both, report, "", versions, SampleReports.TODAY));
    }

    // [utest->req~report.workflow.licence~1]
    @Test
    void aLicenceIsGoodOnItsLastDayAndNotTheDayAfter() {
        Author ending = SampleReports.author("x", AuthorRole.RADIOLOGIST, SampleReports.TODAY);
        assertEquals(List.of(), refused(Stage.PRIMARY, ending, signed()));
        assertEquals(
                List.of("licence-expired"),
                refused(rules, Stage.PRIMARY, ending, report, "", signed(), SampleReports.TODAY.plusDays(1)));
    }

    @Test
    void blockingChecksAreNamedInTheRefusal() {
        Report empty = ReportEdits.setText(report, SectionKind.IMPRESSION, "").apply(report);
        assertEquals(
                List.of("check.impression.empty"),
                refused(rules, Stage.PRIMARY, radiologist, empty, "", signed(), SampleReports.TODAY));
    }

    // [utest->req~report.workflow.addendum-only~1]
    @Test
    void afterReviewWordsAreOnlyAdded() {
        List<SignedReport> reviewed = signed(Stage.PRIMARY, radiologist, Stage.REVIEW, senior);
        Report added =
                ReportEdits.setText(report, SectionKind.ADDENDUM, "补充：与病理结果符合。").apply(report);
        Report changed =
                ReportEdits.setText(added, SectionKind.IMPRESSION, "未见异常。").apply(added);
        assertEquals(List.of(), refused(rules, Stage.ADDENDUM, senior, added, "病理", reviewed, SampleReports.TODAY));
        assertEquals(
                List.of("addendum-reason"),
                refused(rules, Stage.ADDENDUM, senior, added, " ", reviewed, SampleReports.TODAY));
        assertEquals(
                List.of("addendum-adds-only"),
                refused(rules, Stage.ADDENDUM, senior, changed, "病理", reviewed, SampleReports.TODAY));
        assertEquals(
                List.of("addendum-empty"),
                refused(rules, Stage.ADDENDUM, senior, report, "病理", reviewed, SampleReports.TODAY));
        assertEquals(
                List.of("addendum-after-review"),
                refused(rules, Stage.PRIMARY, radiologist, added, "", signed(), SampleReports.TODAY));
    }

    @Test
    void aRuleFileThatIsNoneIsRefused() {
        for (String bad : List.of("{}", "[", "{\"format\":\"readingroom.signing-rules\",\"formatVersion\":2}")) {
            assertThrows(
                    IOException.class,
                    () -> SigningRules.read(new ByteArrayInputStream(bad.getBytes(StandardCharsets.UTF_8))));
        }
    }

    // [utest->req~report.workflow.reissue-identity~1]
    @Test
    void aReissueIsOfOnePatientAsSignedLastOrAsTheStudyIsNow() {
        StudyIdentity then = report.study();
        Patient other = new Patient(new PatientId("DEMO-B", ""), PersonName.parse("Li^Yi"), null, Sex.UNKNOWN);
        StudyIdentity now = withPatient(then, other);
        StudyIdentity mixed =
                withPatient(then, new Patient(then.patient().id(), other.name(), other.birthDate(), other.sex()));
        assertEquals(List.of(), reissueRefused(now, now));
        assertEquals(List.of("reissue-identity"), reissueRefused(mixed, now), "one's number, another's name");
        assertEquals(List.of("reissue-identity"), reissueRefused(now, then), "no longer the study's");
        assertEquals(List.of("correction-changes-nothing"), reissueRefused(then, now));
    }

    private List<String> reissueRefused(StudyIdentity written, StudyIdentity present) {
        List<SignedReport> versions = signed(Stage.PRIMARY, radiologist, Stage.REVIEW, senior);
        CourseAct granted = new CourseAct(
                "g",
                "ab",
                2,
                CourseAct.Kind.CHANGE_GRANTED,
                "other",
                "",
                SampleReports.NOW,
                "CORRECTION",
                "同意",
                "",
                "",
                "rules");
        return rules
                .following(List.of(granted))
                .refusals(new SigningSituation(
                        Stage.CORRECTION,
                        radiologist,
                        report.withStudy(written),
                        "",
                        versions,
                        List.of(),
                        SampleReports.TODAY,
                        present))
                .stream()
                .map(Refusal::ruleId)
                .toList();
    }

    private static StudyIdentity withPatient(StudyIdentity study, Patient patient) {
        return new StudyIdentity(
                study.study(),
                patient,
                study.accessionNumber(),
                study.studyTime(),
                study.modality(),
                study.bodyPart(),
                study.description(),
                study.institution());
    }

    /// A question that nobody answers would hold the report for ever when who asked it is gone.
    // [utest->req~report.workflow.acts~1]
    @Test
    void aSeniorTakesBackAQuestionOfSomebodyElse() {
        CourseAct asked = new CourseAct(
                "q",
                "ab",
                1,
                CourseAct.Kind.CONSULTATION_ASKED,
                "radiologist",
                "",
                SampleReports.NOW,
                "",
                "?",
                "x",
                "",
                "rules");
        List<SignedReport> primary = signed(Stage.PRIMARY, radiologist);
        ReportCourse open = new ReportCourse(primary, List.of(asked));
        Author second = SampleReports.author("second", AuthorRole.RADIOLOGIST, GOOD);
        assertTrue(mayTakeBack(open, radiologist));
        assertTrue(mayTakeBack(open, senior));
        assertTrue(!mayTakeBack(open, second));
        assertTrue(!mayTakeBack(open, resident));
        assertTrue(!mayTakeBack(new ReportCourse(primary, List.of()), senior), "nothing was asked");
    }

    private boolean mayTakeBack(ReportCourse course, Author author) {
        return rules.acts().possible(course, author, SampleReports.TODAY).contains(CourseAct.Kind.WITHDRAWN);
    }
}
