package org.readingroom.report.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.workflow.CourseAct.Kind;

// [utest->req~report.copy.validity~1]
class VersionValidityTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Messages ZH = Messages.of(Locale.SIMPLIFIED_CHINESE);
    private static final Messages EN = Messages.of(Locale.ENGLISH);

    private static List<SignedReport> signed(Stage... stages) {
        return SignedCourse.of(SampleReports.chestCt(), stages);
    }

    private static VersionValidity of(int version, List<SignedReport> holding, CourseAct... acts) {
        return VersionValidity.of(holding.get(version - 1), new ReportCourse(holding, List.of(acts)));
    }

    /// Each of the ways in which a later version takes the place of one given out.
    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"ADDENDUM", "CORRECTION", "AMENDMENT"})
    void whatAnotherTookThePlaceOfNamesItAndTheHour(Stage next) {
        List<SignedReport> holding = signed(Stage.PRIMARY, Stage.REVIEW, next);
        VersionValidity review = of(2, holding);
        // signed third, two hours after 10:32 of Shanghai
        assertEquals(
                "第 2 版（审核报告）已于 2026-11-20 12:32 由第 3 版（" + ZH.get(next.messageKey()) + "）取代；现行版本：第 3 版",
                review.told(ZH, SHANGHAI));
        assertEquals("已作废", review.heading(ZH));
        assertEquals("NOT THE VALID VERSION", review.heading(EN));
        assertTrue(review.told(EN, SHANGHAI).startsWith("Version 2 (Review) was superseded on 2026-11-20 12:32 by "));
        assertTrue(of(3, holding).isValid());
        assertEquals("", of(3, holding).told(ZH, SHANGHAI));
    }

    // [utest->req~report.workflow.reread-valid~1]
    @Test
    void aNewReadingIsNeverTheValidVersionAndReplacesNothing() {
        List<SignedReport> underway = signed(Stage.PRIMARY, Stage.REVIEW, Stage.REREAD);
        assertTrue(of(2, underway).isValid());
        assertTrue(of(2, underway, SignedCourse.act(Kind.RETURNED, 3)).isValid(), "not it was sent back");
        assertEquals("未生效", of(3, underway).heading(ZH));
        assertEquals("第 3 版（重新诊断稿）本身不具效力；现行有效的是第 2 版", of(3, underway).told(ZH, SHANGHAI));
        assertEquals(of(3, underway), of(3, underway, SignedCourse.act(Kind.RETURNED, 3)));
        List<SignedReport> reviewed = signed(Stage.PRIMARY, Stage.REVIEW, Stage.REREAD, Stage.REREAD, Stage.AMENDMENT);
        assertTrue(of(5, reviewed).isValid());
        assertEquals(
                "Version 2 (Review) was superseded on 2026-11-20 14:32 by version 5 (Report after a new reading);"
                        + " current version: 5",
                of(2, reviewed).told(EN, SHANGHAI));
        assertEquals(
                "Version 3 (New reading) is not valid by itself; version 5 is in force",
                of(3, reviewed).told(EN, SHANGHAI));
    }

    @Test
    void anOldVersionNamesTheNextAndTheOneThatCounts() {
        List<SignedReport> holding = signed(Stage.PRIMARY, Stage.REVIEW, Stage.ADDENDUM, Stage.CORRECTION);
        assertEquals(
                "Version 1 (Primary report) was superseded on 2026-11-20 11:32 by version 2 (Review); current version: 4",
                of(1, holding).told(EN, SHANGHAI));
        assertEquals("superseded", of(1, holding).code());
    }

    /// The ward goes by the temporary report until a formal one is given out.
    @Test
    void aTemporaryReportIsVoidOnlyOnceTheFormalOneIsGivenOut() {
        List<SignedReport> underway = signed(Stage.TEMPORARY, Stage.PRIMARY);
        VersionValidity meanwhile = of(1, underway);
        assertEquals("非最新版本", meanwhile.heading(ZH));
        assertEquals("第 1 版为临时报告；此后已签第 2 版（初诊报告），尚未审核签发", meanwhile.told(ZH, SHANGHAI));
        List<SignedReport> formal = signed(Stage.TEMPORARY, Stage.PRIMARY, Stage.REVIEW);
        assertEquals("已作废", of(1, formal).heading(ZH));
        assertEquals(
                "第 1 版（临时报告）已于 2026-11-20 11:32 由第 2 版（初诊报告）取代；现行版本：第 3 版",
                of(1, formal).told(ZH, SHANGHAI));
        assertEquals("已作废", of(1, signed(Stage.TEMPORARY, Stage.TEMPORARY)).heading(ZH));
        assertTrue(of(1, signed(Stage.TEMPORARY)).isValid());
    }

    @Test
    void theLastVersionCountsUnlessItWasSentBack() {
        List<SignedReport> primary = signed(Stage.PRIMARY);
        VersionValidity back = of(1, primary, SignedCourse.act(Kind.RETURNED, 1));
        assertEquals("未生效", back.heading(ZH));
        assertEquals("第 1 版（初诊报告）已于 2026-11-20 14:00 退回修改，不得作为依据", back.told(ZH, SHANGHAI));
        assertTrue(of(1, primary, SignedCourse.act(Kind.CONSULTATION_ASKED, 1)).isValid());
        List<SignedReport> issued = signed(Stage.PRIMARY, Stage.REVIEW);
        assertTrue(of(2, issued, SignedCourse.act(Kind.CHANGE_GRANTED, 2)).isValid(), "until the change is signed");
        assertTrue(of(2, issued, SignedCourse.act(Kind.RETURNED, 1)).isValid(), "that was about the one before");
    }

    /// Sent back at 14:00 of Shanghai: nobody is pointed to it as to the version that counts.
    @Test
    void aReturnedVersionIsNamedAsReturnedByThoseBeforeIt() {
        List<SignedReport> primary = signed(Stage.TRAINEE, Stage.PRIMARY);
        CourseAct back = SignedCourse.act(Kind.RETURNED, 2);
        assertEquals(
                "Version 1 (Trainee report) was superseded on 2026-11-20 11:32 by version 2 (Primary report);"
                        + " no version is in force; version 2 was returned on 2026-11-20 14:00",
                of(1, primary, back).told(EN, SHANGHAI));
        assertEquals(
                "第 1 版（实习报告）已于 2026-11-20 11:32 由第 2 版（初诊报告）取代；目前没有有效版本；第 2 版已于 2026-11-20 14:00 退回修改",
                of(1, primary, back).told(ZH, SHANGHAI));
        assertEquals("未生效", of(2, primary, back).heading(ZH));
        List<SignedReport> thrice = signed(Stage.TRAINEE, Stage.PRIMARY, Stage.PRIMARY);
        assertTrue(of(1, thrice, back).told(EN, SHANGHAI).endsWith("; current version: 3"), "it was written again");
        VersionValidity gone = VersionValidity.of(thrice.getLast(), new ReportCourse(primary, List.of(back)));
        assertEquals("第 3 版（初诊报告）在送达医院前已撤回；目前没有有效版本；第 2 版已于 2026-11-20 14:00 退回修改", gone.told(ZH, SHANGHAI));
    }

    // [utest->req~report.workflow.temporary~1]
    @Test
    void aTemporaryReportStandsWhileTheNextOneIsSentBackAndSaysSo() {
        List<SignedReport> underway = signed(Stage.TEMPORARY, Stage.PRIMARY);
        CourseAct back = SignedCourse.act(Kind.RETURNED, 2);
        assertEquals(
                "第 1 版为临时报告；此后已签第 2 版（初诊报告），尚未审核签发，且已于 2026-11-20 14:00 退回修改",
                of(1, underway, back).told(ZH, SHANGHAI));
        assertEquals(
                "Version 1 is a temporary report; version 2 (Primary report) was signed since, is not issued yet"
                        + " and was returned on 2026-11-20 14:00",
                of(1, underway, back).told(EN, SHANGHAI));
        List<SignedReport> twice = signed(Stage.TEMPORARY, Stage.TEMPORARY, Stage.PRIMARY);
        VersionValidity first = of(1, twice, SignedCourse.act(Kind.RETURNED, 3));
        assertTrue(first.told(ZH, SHANGHAI).endsWith("；目前仍以第 2 版（临时报告）为准；第 3 版已于 2026-11-20 14:00 退回修改"));
        assertTrue(first.told(EN, SHANGHAI)
                .endsWith("; temporary version 2 is in force meanwhile; version 3 was returned on 2026-11-20 14:00"));
    }

    @Test
    void whatDoesNotHoldWasTakenBackBeforeItLeft() {
        List<SignedReport> all = signed(Stage.PRIMARY, Stage.REVIEW);
        VersionValidity gone = VersionValidity.of(all.getLast(), new ReportCourse(all.subList(0, 1), List.of()));
        assertEquals("已作废", gone.heading(ZH));
        assertEquals("第 2 版（审核报告）在送达医院前已撤回；现行版本：第 1 版", gone.told(ZH, SHANGHAI));
        assertEquals(
                "Version 2 (Review) was withdrawn before it reached the hospital; current version: 1",
                gone.told(EN, SHANGHAI));
        VersionValidity only = VersionValidity.of(all.getFirst(), new ReportCourse(List.of(), List.of()));
        assertEquals("第 1 版（初诊报告）在送达医院前已撤回；目前没有有效版本", only.told(ZH, SHANGHAI));
        assertFalse(gone.isValid());
    }

    @Test
    void aStampSpeaksBothLanguagesTheReportsOwnFirst() {
        List<SignedReport> holding = signed(Stage.PRIMARY, Stage.REVIEW);
        Instant made = Instant.parse("2026-12-01T00:30:00Z");
        CopyStamp chinese = CopyStamp.of(of(1, holding), ReportLanguage.CHINESE, made, SHANGHAI)
                .orElseThrow();
        assertEquals(List.of("已作废", "NOT THE VALID VERSION"), chinese.headings());
        assertEquals(5, chinese.said().size());
        assertTrue(chinese.notes().getFirst().contains("2026-12-01 08:30"));
        assertTrue(chinese.notes().getFirst().contains("不属于签名内容"));
        CopyStamp english = CopyStamp.of(of(1, holding), ReportLanguage.ENGLISH, made, SHANGHAI)
                .orElseThrow();
        assertEquals(List.of("NOT THE VALID VERSION", "已作废"), english.headings());
        assertEquals(Optional.empty(), CopyStamp.of(of(2, holding), ReportLanguage.CHINESE, made, SHANGHAI));
        List<String> lines = english.around("one\ntwo\n").lines().toList();
        assertEquals("NOT THE VALID VERSION / 已作废", lines.getFirst());
        assertEquals(List.of("", "one", "two", ""), lines.subList(5, 9));
        assertEquals(lines.subList(0, 5), lines.subList(9, 14));
    }
}
