package org.readingroom.report.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.workflow.CourseAct.Kind;

class CourseRulesTest {
    private static final LocalDate GOOD = LocalDate.of(2030, 12, 31);
    private static final LocalDate TODAY = SampleReports.TODAY;

    private final SigningRules rules = SigningRules.shipped();
    private final Report report = SampleReports.chestCt();
    private final Author resident = SampleReports.author("resident", AuthorRole.TRAINEE, null);
    private final Author radiologist = SampleReports.author("radiologist", AuthorRole.RADIOLOGIST, GOOD);
    private final Author senior = SampleReports.author("senior", AuthorRole.SENIOR, GOOD);
    private final Author other = SampleReports.author("other", AuthorRole.SENIOR, GOOD);

    private static List<SignedReport> signed(Report report, Object... stagesAndAuthors) {
        List<SignedReport> versions = new ArrayList<>();
        for (int i = 0; i < stagesAndAuthors.length; i += 2) {
            int version = versions.size() + 1;
            SigningAct act = new SigningAct(
                    (Stage) stagesAndAuthors[i],
                    (Author) stagesAndAuthors[i + 1],
                    version,
                    version == 1 ? "" : "d" + (version - 1),
                    SampleReports.NOW,
                    "",
                    "rules");
            versions.add(new SignedReport(report, act, new byte[0], "d" + version, new byte[0]));
        }
        return versions;
    }

    private static CourseAct act(Kind kind, int version, Author by, String code, String words, String to) {
        return new CourseAct(
                "a-" + kind + version,
                "d" + version,
                version,
                kind,
                by.userId(),
                by.displayName(),
                SampleReports.NOW,
                code,
                words,
                to,
                "",
                "rules");
    }

    private List<String> refused(CourseAct act, Author by, List<SignedReport> versions, CourseAct... before) {
        return spoken(rules.acts().refusals(act, new ReportCourse(versions, List.of(before)), by, TODAY));
    }

    private List<String> refused(
            Stage stage, Author by, Report words, List<SignedReport> versions, CourseAct... before) {
        return spoken(rules.following(List.of(before))
                .refusals(new SigningSituation(stage, by, words, "", versions, List.of(), TODAY)));
    }

    private static List<String> spoken(List<Refusal> refusals) {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            for (Refusal refusal : refusals) {
                String words = Messages.of(language)
                        .get(refusal.messageKey(), refusal.arguments().toArray());
                assertTrue(!words.equals(refusal.messageKey()), "no words for " + refusal.ruleId());
            }
        }
        return refusals.stream().map(Refusal::ruleId).toList();
    }

    // [utest->req~report.workflow.acts~1]
    @Test
    void whoWouldSignNextMaySendBackAndTheAuthorSignsOnceMore() {
        List<SignedReport> versions = signed(report, Stage.TRAINEE, resident);
        CourseAct back = act(Kind.RETURNED, 1, radiologist, "side", "左右写反", "");
        assertEquals(List.of(), refused(back, radiologist, versions));
        SigningRules after = rules.following(List.of(back));
        assertEquals(Optional.of(Stage.TRAINEE), after.nextStage(resident, versions));
        assertEquals(List.of(), refused(Stage.TRAINEE, resident, report, versions, back));
        assertEquals(List.of("stage-order"), refused(Stage.TRAINEE, resident, report, versions));
        assertEquals(List.of("act-not-now"), refused(back, radiologist, versions, back), "once is enough");
    }

    @Test
    void aReturnNeedsItsReasonAndAPersonWithTheRight() {
        List<SignedReport> primary = signed(report, Stage.PRIMARY, radiologist);
        Author second = SampleReports.author("second", AuthorRole.RADIOLOGIST, GOOD);
        assertEquals(
                List.of("act-code", "act-words"),
                refused(act(Kind.RETURNED, 1, senior, "whim", " ", ""), senior, primary));
        assertEquals(List.of("role-right"), refused(act(Kind.RETURNED, 1, second, "side", "x", ""), second, primary));
        Author both = new Author("radiologist", "演示", Set.of(AuthorRole.SENIOR), "D-1", GOOD);
        assertEquals(List.of("return-own"), refused(act(Kind.RETURNED, 1, both, "side", "x", ""), both, primary));
        List<SignedReport> reviewed = signed(report, Stage.PRIMARY, radiologist, Stage.REVIEW, senior);
        assertEquals(List.of("act-not-now"), refused(act(Kind.RETURNED, 2, other, "side", "x", ""), other, reviewed));
    }

    // [utest->req~report.workflow.temporary~1]
    @Test
    void aTemporaryReportIsChosenAndAFormalOneFollows() {
        assertEquals(Optional.of(Stage.PRIMARY), rules.nextStage(radiologist, List.of()));
        assertTrue(rules.stages(radiologist, List.of()).contains(Stage.TEMPORARY));
        assertEquals(List.of(), refused(Stage.TEMPORARY, radiologist, report, List.of()));
        assertEquals(List.of("role-right", "licence-missing"), refused(Stage.TEMPORARY, resident, report, List.of()));
        List<SignedReport> temporary = signed(report, Stage.TEMPORARY, radiologist);
        assertEquals(Optional.of(Stage.PRIMARY), rules.nextStage(radiologist, temporary));
        assertEquals(Optional.of(Stage.TRAINEE), rules.nextStage(resident, temporary));
        assertEquals(List.of("stage-order"), refused(Stage.REVIEW, senior, report, temporary));
        assertTrue(new ReportCourse(temporary, List.of()).temporary().isPresent());
        List<SignedReport> primary = signed(report, Stage.TEMPORARY, radiologist, Stage.PRIMARY, radiologist);
        assertEquals(
                Optional.of(primary.getFirst()),
                new ReportCourse(primary, List.of()).temporary(),
                "the ward goes by it until a formal one was given out");
        List<SignedReport> formal =
                signed(report, Stage.TEMPORARY, radiologist, Stage.PRIMARY, radiologist, Stage.REVIEW, senior);
        assertEquals(Optional.empty(), new ReportCourse(formal, List.of()).temporary());
    }

    /// What may be chosen and what is signed in the end are one rule.
    // [utest->req~report.workflow.chosen~1]
    @Test
    void whoeverSignedBeforeDoesNotCountersign() {
        List<SignedReport> versions =
                signed(report, Stage.TEMPORARY, radiologist, Stage.PRIMARY, senior, Stage.COUNTERSIGNATURE, other);
        for (Author author : List.of(radiologist, senior, other)) {
            assertFalse(rules.stages(author, versions).contains(Stage.COUNTERSIGNATURE), author.userId());
            assertEquals(
                    List.of("countersigner-is-another"),
                    refused(Stage.COUNTERSIGNATURE, author, report, versions),
                    author.userId());
        }
        Author fourth = SampleReports.author("fourth", AuthorRole.RADIOLOGIST, GOOD);
        assertTrue(rules.stages(fourth, versions).contains(Stage.COUNTERSIGNATURE));
        assertEquals(List.of(), refused(Stage.COUNTERSIGNATURE, fourth, report, versions));
    }

    // [utest->req~report.workflow.words~1]
    @Test
    void whoIsAskedWritesAnOpinionAndNothingElse() {
        List<SignedReport> primary = signed(report, Stage.PRIMARY, radiologist);
        CourseAct asked = act(Kind.CONSULTATION_ASKED, 1, radiologist, "", "实性结节性质？", "other");
        assertEquals(List.of(), refused(asked, radiologist, primary));
        assertEquals(
                List.of("act-to-another"),
                refused(act(Kind.CONSULTATION_ASKED, 1, radiologist, "", "?", "radiologist"), radiologist, primary));
        SigningRules after = rules.following(List.of(asked));
        assertEquals(Optional.empty(), after.nextStage(senior, primary), "the review waits for the opinion");
        assertEquals(Optional.of(Stage.CONSULTATION), after.nextStage(other, primary));
        Report opinion =
                ReportEdits.setText(report, SectionKind.CONSULTATION, "考虑炎性。").apply(report);
        assertEquals(List.of(), refused(Stage.CONSULTATION, other, opinion, primary, asked));
        assertEquals(List.of("consultant-is-asked"), refused(Stage.CONSULTATION, senior, opinion, primary, asked));
        assertEquals(List.of("consultation-empty"), refused(Stage.CONSULTATION, other, report, primary, asked));
        Report more =
                ReportEdits.setText(opinion, SectionKind.IMPRESSION, "炎性结节。").apply(opinion);
        assertEquals(List.of("consultation-adds-only"), refused(Stage.CONSULTATION, other, more, primary, asked));
        List<SignedReport> answered = new ArrayList<>(primary);
        answered.addAll(signed(opinion, Stage.PRIMARY, radiologist, Stage.CONSULTATION, other)
                .subList(1, 2));
        assertEquals(Optional.of(Stage.REVIEW), after.nextStage(senior, answered));
        assertEquals(List.of("consultation-kept"), refused(Stage.REVIEW, senior, report, answered, asked));
        assertEquals(List.of(), refused(Stage.REVIEW, senior, opinion, answered, asked));
    }

    // [utest->req~report.workflow.correction~1]
    @Test
    void aSimpleCorrectionKeepsFindingsAndImpressionWordForWord() {
        List<SignedReport> reviewed = signed(report, Stage.PRIMARY, radiologist, Stage.REVIEW, senior);
        CourseAct asked = act(Kind.CHANGE_REQUESTED, 2, resident, "", "检查项目写错", "");
        CourseAct granted = act(Kind.CHANGE_GRANTED, 2, senior, "CORRECTION", "同意", "");
        assertEquals(List.of(), refused(asked, resident, reviewed));
        assertEquals(
                List.of("act-not-now"), refused(granted, senior, reviewed), "nothing was asked for that is granted");
        assertEquals(List.of(), refused(granted, senior, reviewed, asked));
        CourseAct own = act(Kind.CHANGE_REQUESTED, 2, senior, "", "检查项目写错", "");
        assertEquals(List.of("grantor-is-not-requester"), refused(granted, senior, reviewed, own));
        assertEquals(
                List.of("stage-order"), refused(Stage.CORRECTION, radiologist, changed("平扫。", ""), reviewed, asked));
        assertEquals(List.of(), refused(Stage.CORRECTION, radiologist, changed("平扫。", ""), reviewed, asked, granted));
        assertEquals(
                List.of("reissuer-is-not-grantor"),
                refused(Stage.CORRECTION, senior, changed("平扫。", ""), reviewed, asked, granted));
        assertEquals(
                List.of("correction-keeps-diagnosis"),
                refused(Stage.CORRECTION, radiologist, changed("平扫。", "未见异常。"), reviewed, asked, granted));
        assertEquals(
                List.of("correction-changes-nothing"),
                refused(Stage.CORRECTION, radiologist, report, reviewed, asked, granted));
    }

    private Report changed(String technique, String impression) {
        Report now =
                ReportEdits.setText(report, SectionKind.TECHNIQUE, technique).apply(report);
        return impression.isEmpty()
                ? now
                : ReportEdits.setText(now, SectionKind.IMPRESSION, impression).apply(now);
    }

    /// Blanks are form where they part nothing; where they part numbers or Western words they are
    /// content.
    @Test
    void aBlankThatMakesAnotherNumberIsNoMatterOfForm() {
        assertEquals(WordRules.words("右肺 结节 8 mm 。"), WordRules.words("右肺结节8 mm。"));
        assertEquals("1 2mm".equals(WordRules.words("12mm")), false);
        assertEquals(false, WordRules.words("1 2 mm").equals(WordRules.words("12 mm")));
        assertEquals(false, WordRules.words("no table").equals(WordRules.words("not able")));
        assertEquals(false, WordRules.words("3.5 cm").equals(WordRules.words("35 cm")));
    }

    // [utest->req~report.workflow.suggestion-two~1]
    @Test
    void whatWasSuggestedIsGivenOutOnlyByTwoPhysiciansOfFiveYears() {
        Report used = suggested();
        Author six = physician("six", AuthorRole.RADIOLOGIST, TODAY.minusYears(6));
        Author exactly = physician("exactly", AuthorRole.SENIOR, TODAY.minusYears(5));
        Author almost =
                physician("almost", AuthorRole.SENIOR, TODAY.minusYears(5).plusDays(1));
        Author unknown = SampleReports.author("unknown", AuthorRole.SENIOR, GOOD);
        List<SignedReport> primary = signed(used, Stage.PRIMARY, six);
        assertEquals(List.of(), refused(Stage.REVIEW, exactly, used, primary));
        assertEquals(List.of("suggestion-two-physicians"), refused(Stage.REVIEW, almost, used, primary));
        assertEquals(List.of("suggestion-two-physicians"), refused(Stage.REVIEW, unknown, used, primary));
        assertEquals(List.of("suggestion-not-temporary"), refused(Stage.TEMPORARY, six, used, List.of()));
        assertEquals(List.of(), refused(Stage.TEMPORARY, six, report, List.of()));
        assertEquals(List.of(), refused(Stage.REVIEW, unknown, report, signed(report, Stage.PRIMARY, six)));
        assertEquals(
                List.of("suggestion-two-physicians"),
                refused(Stage.REVIEW, exactly, used, signed(report, Stage.PRIMARY, six)),
                "who signed before it came in does not answer for it");
        Author third = physician("third", AuthorRole.RADIOLOGIST, TODAY.minusYears(9));
        List<SignedReport> countersigned = signed(used, Stage.PRIMARY, six, Stage.COUNTERSIGNATURE, third);
        assertEquals(List.of(), refused(Stage.REVIEW, almost, used, countersigned));
    }

    private static Author physician(String id, AuthorRole role, LocalDate since) {
        return new Author(id, "演示 " + id, Set.of(role), "D-" + id, GOOD, since);
    }

    private Report suggested() {
        return SampleReports.suggested(report);
    }

    // [utest->req~report.workflow.rule-file~1]
    @Test
    void anOldRuleFileStillReadsAndLetsNobodyDoWhatItDoesNotName() throws IOException {
        SigningRules old = SigningRules.read(new ByteArrayInputStream("""
                {"format":"readingroom.signing-rules","formatVersion":1,"version":"own-1",
                 "stages":{"PRIMARY":{"roles":["RADIOLOGIST"]},"REVIEW":{"roles":["SENIOR"]}}}
                """.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(Stage.PRIMARY), old.stages(radiologist, List.of()));
        List<SignedReport> primary = signed(report, Stage.PRIMARY, radiologist);
        assertEquals(List.of(Stage.REVIEW), old.stages(senior, primary));
        assertEquals(List.of(), old.acts().possible(new ReportCourse(primary, List.of()), senior, TODAY));
        List<SignedReport> used = signed(suggested(), Stage.PRIMARY, radiologist);
        assertEquals(
                List.of("suggestion-two-physicians"),
                old
                        .refusals(new SigningSituation(Stage.REVIEW, senior, suggested(), "", used, List.of(), TODAY))
                        .stream()
                        .map(Refusal::ruleId)
                        .toList());
    }

    @Test
    void anActComesBackFromItsBytesAndABrokenOneIsRefused() throws ReportFormatException {
        CourseAct act = act(Kind.RETURNED, 1, radiologist, "side", "左右写反 \"'\\\n", "someone");
        assertEquals(act, CourseActJson.read(CourseActJson.write(act)));
        for (String bad : List.of("", "[]", "{}", "{\"form\":\"readingroom.course-act/2\"}", "{\"form\"")) {
            assertThrows(
                    ReportFormatException.class, () -> CourseActJson.read(bad.getBytes(StandardCharsets.UTF_8)), bad);
        }
    }
}
