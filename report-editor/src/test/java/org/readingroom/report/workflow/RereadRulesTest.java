package org.readingroom.report.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.workflow.CourseAct.Kind;

/// A new reading after a granted change takes two signatures, and holds with the second.
// [utest->req~report.workflow.reread~1]
class RereadRulesTest {
    private static final LocalDate GOOD = LocalDate.of(2030, 12, 31);

    private final Report report = SampleReports.chestCt();
    private final Author resident = SampleReports.author("resident", AuthorRole.TRAINEE, null);
    private final Author radiologist = SampleReports.author("radiologist", AuthorRole.RADIOLOGIST, GOOD);
    private final Author senior = SampleReports.author("senior", AuthorRole.SENIOR, GOOD);
    private final Author other = SampleReports.author("other", AuthorRole.SENIOR, GOOD);
    private final Author third = SampleReports.author("third", AuthorRole.SENIOR, GOOD);

    private final List<SignedReport> versions = new ArrayList<>();
    private final List<CourseAct> acts = new ArrayList<>();
    private SigningRules rules = SigningRules.shipped();

    private void signed(Stage stage, Author author, Report words) {
        int version = versions.size() + 1;
        String before = version == 1 ? "" : "d" + (version - 1);
        SigningAct act = new SigningAct(stage, author, version, before, SampleReports.NOW, "", "rules");
        versions.add(new SignedReport(words, act, new byte[0], "d" + version, new byte[0]));
    }

    private void done(Kind kind, int version, Author by, String code) {
        CourseAct act = act(kind, version, by, code);
        assertEquals(List.of(), refused(act, by), kind.name());
        acts.add(act);
    }

    private CourseAct act(Kind kind, int version, Author by, String code) {
        String to = kind == Kind.COPY_RECALLED ? code : "";
        return new CourseAct(
                "a" + acts.size(),
                "d" + version,
                version,
                kind,
                by.userId(),
                by.displayName(),
                SampleReports.NOW,
                to.isEmpty() ? code : "",
                "原因",
                to,
                "",
                "rules");
    }

    private List<String> refused(CourseAct act, Author by) {
        return rules.acts().refusals(act, new ReportCourse(versions, acts), by, SampleReports.TODAY).stream()
                .map(Refusal::ruleId)
                .distinct()
                .toList();
    }

    private List<String> refused(Stage stage, Author by, Report words) {
        return rules
                .following(acts)
                .refusals(new SigningSituation(stage, by, words, "", versions, List.of(), SampleReports.TODAY))
                .stream()
                .map(Refusal::ruleId)
                .distinct()
                .toList();
    }

    private List<Kind> possible(Author author) {
        return rules.acts().possible(new ReportCourse(versions, acts), author, SampleReports.TODAY);
    }

    private Optional<Stage> next(Author author) {
        return rules.following(acts).nextStage(author, versions);
    }

    /// Reviewed by `senior`, and a new reading granted by them.
    private void granted() {
        signed(Stage.PRIMARY, radiologist, report);
        signed(Stage.REVIEW, senior, report);
        done(Kind.CHANGE_REQUESTED, 2, resident, "");
        done(Kind.CHANGE_GRANTED, 2, senior, "AMENDMENT");
    }

    private Report anew(String impression) {
        return ReportEdits.setText(report, SectionKind.IMPRESSION, impression).apply(report);
    }

    @Test
    void anyPhysicianWritesItAndAnotherSeniorGivesItOut() {
        granted();
        Report words = anew("右肺上叶腺癌可能。");
        assertEquals(Optional.empty(), next(resident));
        assertEquals(List.of("stage-order"), refused(Stage.AMENDMENT, other, words), "not on one signature");
        assertEquals(List.of("reissuer-is-not-grantor"), refused(Stage.REREAD, senior, words));
        assertEquals(Optional.of(Stage.REREAD), next(radiologist));
        assertEquals(List.of(), refused(Stage.REREAD, radiologist, words), "also who wrote the first report");
        assertEquals(List.of(), refused(Stage.REREAD, other, words));
        signed(Stage.REREAD, radiologist, words);
        assertEquals(2, ValidVersions.of(versions).getLast().act().version());
        assertEquals(Optional.empty(), next(radiologist));
        assertEquals(Optional.of(Stage.AMENDMENT), next(other));
        assertEquals(List.of(), refused(Stage.AMENDMENT, senior, words), "who granted it may review it");
        assertEquals(
                List.of("stage-order"), refused(Stage.ADDENDUM, other, words).subList(0, 1));
        assertEquals(List.of(), refused(Stage.AMENDMENT, other, words));
        signed(Stage.AMENDMENT, other, words);
        assertEquals(4, ValidVersions.of(versions).getLast().act().version());
        assertEquals(Optional.of(Stage.ADDENDUM), next(radiologist));
    }

    @Test
    void aSeniorWhoWroteItDoesNotReviewIt() {
        granted();
        signed(Stage.REREAD, other, anew("右肺上叶腺癌可能。"));
        assertEquals(Optional.empty(), next(other));
        assertEquals(List.of("reread-reviewer-is-another"), refused(Stage.AMENDMENT, other, anew("右肺上叶腺癌可能。")));
        assertEquals(Optional.of(Stage.AMENDMENT), next(third));
        done(Kind.RETURNED, 3, third, "conclusion");
        signed(Stage.REREAD, radiologist, anew("右肺上叶炎性结节。"));
        assertEquals(
                List.of("reread-reviewer-is-another"),
                refused(Stage.AMENDMENT, other, anew("右肺上叶炎性结节。")),
                "nor one that was written after theirs was sent back");
    }

    @Test
    void itIsSentBackAndSignedOnceMoreWhileTheOldVersionHolds() {
        granted();
        signed(Stage.REREAD, radiologist, anew("右肺上叶腺癌可能。"));
        assertEquals(List.of(), possible(radiologist), "neither asked about nor changed nor sent back by its author");
        assertEquals(List.of(Kind.RETURNED), possible(other));
        assertEquals(List.of("act-not-now"), refused(act(Kind.CHANGE_REQUESTED, 3, other, ""), other));
        done(Kind.RETURNED, 3, other, "side");
        assertEquals(Optional.of(Stage.REREAD), next(radiologist));
        assertEquals(Optional.empty(), next(resident));
        assertEquals(List.of("stage-order"), refused(Stage.AMENDMENT, third, anew("左肺")));
        assertEquals(
                List.of("reissuer-is-not-grantor"), refused(Stage.REREAD, senior, anew("左肺")), "the grant is the same");
        assertEquals(2, ValidVersions.of(versions).getLast().act().version());
        signed(Stage.REREAD, radiologist, anew("右肺上叶腺癌可能，建议穿刺。"));
        assertEquals(2, ValidVersions.of(versions).getLast().act().version());
        assertEquals(List.of(), refused(Stage.AMENDMENT, other, anew("右肺上叶腺癌可能，建议穿刺。")));
    }

    /// A version that one senior gave out before there was this rule needs nothing more.
    @Test
    void whatWasGivenOutOnOneSignatureStays() {
        granted();
        signed(Stage.AMENDMENT, other, anew("右肺上叶腺癌可能。"));
        assertFalse(ValidVersions.isBeingReread(versions));
        assertEquals(3, ValidVersions.of(versions).getLast().act().version());
        assertEquals(Optional.of(Stage.ADDENDUM), next(radiologist));
        assertTrue(possible(radiologist).contains(Kind.COPY_RECALLED));
        assertEquals(List.of("stage-order"), refused(Stage.REVIEW, third, anew("右肺上叶腺癌可能。")));
    }

    // [utest->req~report.workflow.outstanding~1]
    @Test
    void copiesAreRecalledAfterAnAddendumTooAndNoMoreThanThereAre() {
        granted();
        signed(Stage.REREAD, radiologist, anew("右肺上叶腺癌可能。"));
        assertEquals(List.of("act-not-now"), refused(act(Kind.COPY_RECALLED, 3, radiologist, "clinic"), radiologist));
        signed(Stage.AMENDMENT, other, anew("右肺上叶腺癌可能。"));
        done(Kind.COPY_RECALLED, 4, radiologist, "clinic");
        signed(Stage.ADDENDUM, radiologist, anew("右肺上叶腺癌可能。"));
        assertTrue(possible(radiologist).contains(Kind.COPY_RECALLED));
        assertEquals(
                List.of("act-not-now"),
                refused(act(Kind.COPY_RECALLED, 5, radiologist, "film"), radiologist),
                "the addendum took nobody's place");
        done(Kind.COPY_RECALLED, 4, radiologist, "patient");
        done(Kind.COPY_RECALLED, 4, radiologist, "film");
        assertFalse(possible(radiologist).contains(Kind.COPY_RECALLED), "every copy is back");
        done(Kind.FAMILY_TOLD, 4, radiologist, "");
        assertFalse(possible(radiologist).contains(Kind.FAMILY_TOLD));
    }

    // [utest->req~report.workflow.suggestion-two~1]
    @Test
    void theSecondPhysicianBehindASuggestionMayBeTheReviewer() {
        granted();
        Author six =
                new Author("six", "六", Set.of(AuthorRole.RADIOLOGIST), "D-6", GOOD, SampleReports.TODAY.minusYears(6));
        Author seven =
                new Author("seven", "七", Set.of(AuthorRole.SENIOR), "D-7", GOOD, SampleReports.TODAY.minusYears(7));
        Report used = SampleReports.suggested(report);
        assertEquals(List.of(), refused(Stage.REREAD, six, used), "it goes nowhere yet");
        signed(Stage.REREAD, six, used);
        assertEquals(List.of(), refused(Stage.AMENDMENT, seven, used));
        assertEquals(List.of("suggestion-two-physicians"), refused(Stage.AMENDMENT, other, used));
    }

    // [utest->req~report.workflow.rule-file~1]
    @Test
    void aRuleFileWithoutTheFieldMeansTwoAndOneIsSaidInWords() throws IOException {
        granted();
        try (InputStream second = Messages.class.getResourceAsStream("rules/signing-2.json")) {
            rules = SigningRules.read(second);
        }
        assertEquals(Optional.of(Stage.REREAD), next(radiologist), "the second form knew nothing of it");
        String file = new String(
                Messages.class.getResourceAsStream("rules/signing-3.json").readAllBytes(), StandardCharsets.UTF_8);
        rules = read(file.replace("\"rereadSignatures\": 2", "\"rereadSignatures\": 1"));
        assertEquals(Optional.empty(), next(radiologist));
        assertEquals(List.of(), refused(Stage.AMENDMENT, other, anew("左肺")));
        for (String bad : List.of("0", "3", "-1", "\"two\"", "null", "true", "1.5")) {
            assertThrows(
                    IOException.class,
                    () -> read(file.replace("\"rereadSignatures\": 2", "\"rereadSignatures\": " + bad)),
                    bad);
        }
    }

    private static SigningRules read(String file) throws IOException {
        return SigningRules.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
