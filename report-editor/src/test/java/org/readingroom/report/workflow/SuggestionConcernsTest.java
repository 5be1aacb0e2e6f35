package org.readingroom.report.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.testing.SampleReports;

/// Who is missing, said while a report is written; each count is by hand.
// [utest->req~report.workflow.suggestion-missing~1]
class SuggestionConcernsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate GOOD = LocalDate.of(2030, 12, 31);

    private final SigningRules rules = SigningRules.shipped();
    private final Report plain = SampleReports.chestCt();
    private final Report used = suggested(plain);

    private final Author resident = person("resident", AuthorRole.TRAINEE, null, null);
    private final Author six = person("six", AuthorRole.RADIOLOGIST, "2020-11-30", GOOD);
    private final Author three = person("three", AuthorRole.SENIOR, "2023-11-30", GOOD);
    private final Author nine = person("nine", AuthorRole.SENIOR, "2017-11-30", GOOD);
    private final Author expired = person("expired", AuthorRole.SENIOR, "2001-01-01", TODAY.minusDays(1));
    private final Author unknown = person("unknown", AuthorRole.SENIOR, null, GOOD);

    private static Author person(String id, AuthorRole role, @Nullable String since, @Nullable LocalDate licence) {
        return new Author(
                id, "Dr " + id, Set.of(role), "L-" + id, licence, since == null ? null : LocalDate.parse(since));
    }

    private static Report suggested(Report report) {
        ReportSentence sentence = new ReportSentence(
                new SentenceId("suggested"),
                "建议随访。",
                SentenceOrigin.HUMAN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new SuggestionTrace("archive", "1", "建议随访。", SuggestionTrace.Act.ACCEPTED, 0, List.of()));
        return ReportEdits.insert(report, SectionKind.IMPRESSION, 0, sentence).apply(report);
    }

    private static SignedReport signed(Report report, int version, Stage stage, Author by) {
        SigningAct act = new SigningAct(stage, by, version, version == 1 ? "" : "d1", SampleReports.NOW, "", "rules");
        return new SignedReport(report, act, new byte[0], "d" + version, new byte[0]);
    }

    private List<String> said(Report report, List<SignedReport> versions, Author me, Author... others) {
        Messages english = Messages.of(Locale.ENGLISH);
        Messages chinese = Messages.of(Locale.SIMPLIFIED_CHINESE);
        return SuggestionConcerns.of(report, rules, versions, me, List.of(others), TODAY).stream()
                .map(result -> {
                    Object[] arguments = result.arguments().toArray();
                    String words = chinese.get(result.messageKey(), arguments);
                    assertEquals(false, words.contains("{"), words);
                    return english.get(result.messageKey(), arguments);
                })
                .toList();
    }

    private static final String HEAD =
            "A program’s suggestion is used: 2 physicians with at least 5 years of practice have to sign. Counted: ";

    @Test
    void nothingIsSaidWhereNothingWasSuggestedOrEnoughWillHaveSigned() {
        assertEquals(List.of(), said(plain, List.of(), six, nine));
        List<SignedReport> primary = List.of(signed(used, 1, Stage.PRIMARY, six));
        assertEquals(List.of(), said(used, primary, nine), "with the reviewer there are two");
        List<SignedReport> issued = List.of(signed(used, 1, Stage.PRIMARY, six), signed(used, 2, Stage.REVIEW, nine));
        assertEquals(List.of(), said(used, issued, nine, six));
    }

    @Test
    void theFirstPhysicianHearsWhoElseCouldSign() {
        assertEquals(
                List.of(HEAD + "Dr six. Missing: 1, for instance Dr nine"),
                said(used, List.of(), six, three, nine, expired, unknown, resident));
        assertEquals(
                List.of(HEAD + "–. Missing: 2, for instance Dr six, Dr nine"),
                said(used, List.of(), resident, six, nine),
                "a trainee's signature does not count");
    }

    @Test
    void whoHasTooFewYearsOrNoneOnRecordHearsItAndIsNotCounted() {
        List<SignedReport> primary = List.of(signed(used, 1, Stage.PRIMARY, six));
        assertEquals(
                List.of(
                        HEAD + "Dr six. Missing: 1, for instance Dr nine",
                        "Dr three does not count for a program’s suggestion: practising since 2023-11-30, 5 years"
                                + " are needed"),
                said(used, primary, three, six, nine));
        assertEquals(
                List.of(
                        HEAD + "Dr six. Missing: 1. On record here with enough years and a valid licence: –;"
                                + " the administrator enters others",
                        "Dr unknown does not count for a program’s suggestion: since when is not on record, 5 years"
                                + " are needed"),
                said(used, primary, unknown, six, three, expired));
    }

    @Test
    void whoSignedBeforeTheSuggestionCameInDoesNotCount() {
        List<SignedReport> primary = List.of(signed(plain, 1, Stage.PRIMARY, six));
        assertEquals(List.of(HEAD + "Dr nine. Missing: 1, for instance Dr six"), said(used, primary, nine, six));
    }

    @Test
    void oneLicenceUnderTwoNamesIsOnePhysician() {
        Author again = new Author(
                "six-again", "Dr six (2)", Set.of(AuthorRole.SENIOR), " l-SIX ", GOOD, LocalDate.of(2020, 11, 30));
        List<SignedReport> primary = List.of(signed(used, 1, Stage.PRIMARY, six));
        assertEquals(
                List.of("suggestion-two-physicians"),
                rules.refusals(new SigningSituation(Stage.REVIEW, again, used, "", primary, List.of(), TODAY)).stream()
                        .map(Refusal::ruleId)
                        .toList());
        assertEquals(List.of(HEAD + "Dr six. Missing: 1, for instance Dr nine"), said(used, primary, again, nine));
    }

    /// By hand: the day before the anniversary is a year less, and years to come are none.
    @Test
    void yearsGrowOnTheirDay() {
        assertEquals(OptionalInt.of(5), six.years(LocalDate.of(2026, 11, 29)));
        assertEquals(OptionalInt.of(6), six.years(TODAY));
        assertEquals(OptionalInt.of(0), six.years(LocalDate.of(2019, 1, 1)));
        assertEquals(OptionalInt.empty(), unknown.years(TODAY));
    }
}
