package org.readingroom.report.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.edit.ReportEdit;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.phrase.NormalText;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

class PriorQuoteTest {
    private static StudyIdentity study(String description, String modality, String part) {
        return new StudyIdentity(
                new StudyUid("2.25.9"),
                SampleReports.patient(Sex.FEMALE),
                "A2026-0301",
                LocalDateTime.of(2026, 3, 1, 8, 0),
                modality,
                part,
                description,
                "");
    }

    private static PriorReport prior(String description, boolean isReviewed) {
        return new PriorReport(
                study(description, "CT", "CHEST"),
                LocalDateTime.of(2026, 3, 1, 8, 0),
                new PriorOrigin.Here(Stage.REVIEW, "演示医师"),
                isReviewed,
                List.of(new PriorReport.Line(SectionKind.IMPRESSION, "右肺上叶结节。")));
    }

    private static String zh(String... quoted) {
        return PriorQuote.words(prior("胸部CT", true), List.of(quoted), ReportLanguage.CHINESE);
    }

    private static String en(String... quoted) {
        return PriorQuote.words(prior("Chest CT", true), List.of(quoted), ReportLanguage.ENGLISH);
    }

    // [utest->req~report.prior.quote~1]
    @Test
    void theDayAndTheExaminationStandBeforeTheWords() {
        assertEquals("（对比 2026-03-01 胸部CT：右肺上叶结节，大小约8 mm。）", zh("右肺上叶结节，大小约8 mm。"));
        assertEquals("（对比 2026-03-01 胸部CT：1) 右肺上叶结节; 2) 肝囊肿。）", zh("1. 右肺上叶结节。", "2. 肝囊肿。\n"));
        assertEquals("（对比 2026-03-01 胸部CT：转移?; 肝囊肿？）", zh("转移？", "肝囊肿？"));
        assertEquals(
                "(Compared with Chest CT of 2026-03-01: 1) Nodule, 8.3 mm; 2) Cyst.)",
                en("1. Nodule, 8.3 mm. ", "2. Cyst."));
        assertEquals(
                "（对比 2026-03-01 胸部CT，未审核：右肺结节。）",
                PriorQuote.words(prior("胸部CT", false), List.of("右肺结节。"), ReportLanguage.CHINESE));
        assertEquals(
                "(Compared with Chest CT of 2026-03-01, not reviewed: Nodule.)",
                PriorQuote.words(prior("Chest CT", false), List.of("Nodule."), ReportLanguage.ENGLISH));
        assertThrows(IllegalArgumentException.class, () -> zh("。", " "));
    }

    // [utest->req~report.prior.quote~1]
    @Test
    void theExaminationIsNamedInTheLanguageOfTheReport() {
        ReportLanguage zh = ReportLanguage.CHINESE;
        ReportLanguage en = ReportLanguage.ENGLISH;
        assertEquals("胸部CT平扫", PriorExam.of(study("胸部CT平扫 Chest CT", "CT", "CHEST"), zh));
        assertEquals("Chest CT", PriorExam.of(study("胸部CT平扫 Chest CT", "CT", "CHEST"), en));
        assertEquals("胸部CT", PriorExam.of(study("胸部", "CT", ""), zh));
        assertEquals("CHEST CT", PriorExam.of(study("", "CT", "CHEST"), en));
        assertEquals("头颅磁共振", PriorExam.of(study("头颅磁共振", "MR", ""), zh));
        assertEquals("CT", PriorExam.of(study(" ", "CT", ""), en));
    }

    /// What the splitter takes for one sentence now it takes for one after the next key, too.
    // [utest->req~report.prior.quote~1]
    @Test
    void howeverMuchIsQuotedItStaysOneSentence() {
        String[] words = {"结节", "8.3 mm", "1. ", "？", "。", "；", "! ", ") ", "）", "See Dr. Li. ", "”", "\n", "a"};
        Random random = new Random(20261130);
        for (int round = 0; round < 3000; round++) {
            List<String> quoted = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> "甲"
                            + IntStream.range(0, random.nextInt(6))
                                    .mapToObj(j -> words[random.nextInt(words.length)])
                                    .reduce("", String::concat))
                    .toList();
            for (String one : List.of(zh(quoted.toArray(String[]::new)), en(quoted.toArray(String[]::new)))) {
                assertTrue(PriorQuote.isQuotation(one), one);
                assertEquals(List.of(one), SentenceSplitter.split(one), () -> "of " + quoted);
                assertEquals(2, SentenceSplitter.split(one + " Next.").size(), () -> "before another: " + one);
            }
        }
    }

    // [utest->req~report.prior.quote~1]
    @Test
    void nothingThatTheEarlierWordsRestedOnComesAlong() {
        Report before = SampleReports.chestCt();
        SigningAct act = SampleReports.firstAct();
        PriorReport prior = PriorReport.of(List.of(new SignedReport(before, act, new byte[] {1}, "d", new byte[] {1})))
                .orElseThrow();
        assertFalse(prior.isReviewed(), "a primary report");
        Report now = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);
        List<String> all = prior.lines().stream().map(PriorReport.Line::words).toList();
        Report changed =
                PriorQuote.edit(now, SectionKind.FINDINGS, 0, prior, all, true).apply(now);
        ReportSentence sentence =
                changed.section(SectionKind.FINDINGS).sentences().getFirst();
        assertEquals(1, changed.sentences().size());
        assertTrue(sentence.text().contains("长径约8.3 mm"));
        assertEquals(SentenceOrigin.HUMAN, sentence.origin());
        assertEquals(
                new ReportSentence(
                        sentence.id(), sentence.text(), SentenceOrigin.HUMAN, List.of(), List.of(), List.of()),
                sentence);
        assertTrue(before.sentences().stream().noneMatch(old -> old.id().equals(sentence.id())));
    }

    // [utest->req~report.prior.comparison~1]
    @Test
    void theTechniqueNamesTheComparisonOnceAndOneStepTakesBothBack() {
        Report now = SampleReports.chestCt();
        PriorReport prior = prior("胸部CT", true);
        ReportEdit edit = PriorQuote.edit(now, SectionKind.FINDINGS, 2, prior, List.of("右肺结节。"), true);
        Report changed = edit.apply(now);
        assertEquals("胸部CT平扫，层厚1.25 mm。与既往 2026-03-01 胸部CT对比。", changed.text(SectionKind.TECHNIQUE));
        assertEquals("胸廓对称。右肺上叶见结节，长径约8.3 mm。（对比 2026-03-01 胸部CT：右肺结节。）纵隔未见肿大淋巴结。", changed.text(SectionKind.FINDINGS));
        assertEquals(now, edit.revert(changed));
        Report twice = PriorQuote.edit(changed, SectionKind.IMPRESSION, 1, prior, List.of("肝囊肿。"), true)
                .apply(changed);
        assertEquals(changed.text(SectionKind.TECHNIQUE), twice.text(SectionKind.TECHNIQUE));
        assertEquals(
                now.text(SectionKind.TECHNIQUE),
                PriorQuote.edit(now, SectionKind.FINDINGS, 0, prior, List.of("右肺结节。"), false)
                        .apply(now)
                        .text(SectionKind.TECHNIQUE),
                "not where it may not be changed");
    }

    // [utest->req~report.prior.comparison~1]
    @Test
    void aLineOfTheTemplateThatWaitsForTheComparisonIsFilled() {
        for (String waiting : List.of("对比：无。", "对比检查：【日期】。", "Comparison: None.", "Comparison:")) {
            Report now = written("平扫。\n" + waiting + "\n层厚1 mm。", "");
            String technique = PriorQuote.edit(
                            now, SectionKind.FINDINGS, 0, prior("胸部CT", true), List.of("右肺结节。"), true)
                    .apply(now)
                    .text(SectionKind.TECHNIQUE);
            assertEquals("平扫。\n与既往 2026-03-01 胸部CT对比。\n层厚1 mm。", technique, waiting);
        }
        Report other = written("对比：2025-01-02 胸部CT。", "");
        assertEquals(
                "对比：2025-01-02 胸部CT。与既往 2026-03-01 胸部CT对比。",
                PriorQuote.edit(other, SectionKind.FINDINGS, 0, prior("胸部CT", true), List.of("右肺结节。"), true)
                        .apply(other)
                        .text(SectionKind.TECHNIQUE));
    }

    // [utest->req~report.prior.comparison~1]
    @Test
    void theCheckOnTheDayOfAComparisonIsSatisfied() {
        ReportChecks checks = new ReportChecks(CheckRules.shipped());
        Report now = written("胸部CT平扫。", "与前片相仿。");
        assertTrue(isUndated(checks, now), "it was not named before");
        Report changed = PriorQuote.edit(now, SectionKind.FINDINGS, 1, prior("胸部CT", true), List.of("右肺结节。"), true)
                .apply(now);
        assertFalse(isUndated(checks, changed));
        Report english = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.ENGLISH);
        english = ReportEdits.setText(english, SectionKind.TECHNIQUE, "Unenhanced CT.")
                .apply(english);
        english = ReportEdits.setText(english, SectionKind.FINDINGS, "Unchanged from the prior.")
                .apply(english);
        assertTrue(isUndated(checks, english));
        assertFalse(isUndated(
                checks,
                PriorQuote.edit(english, SectionKind.FINDINGS, 1, prior("Chest CT", true), List.of("Nodule."), true)
                        .apply(english)));
    }

    // [utest->req~report.prior.not-today~1]
    @Test
    void quotedWordsAreNoWordsOfToday() {
        ReportChecks checks = new ReportChecks(CheckRules.shipped());
        Report now = written("平扫。", "右肺上叶见结节。");
        String denied = "右肺上叶未见结节。";
        assertTrue(isNamed(checks, typed(now, SectionKind.FINDINGS, "右肺上叶见结节。" + denied), "negation.conflict"));
        assertFalse(isNamed(checks, typed(now, SectionKind.FINDINGS, "右肺上叶见结节。" + zh(denied)), "negation.conflict"));
        assertFalse(PriorQuote.isQuotation(zh(denied) + "现已增大。"), "what is written behind is of today");
        Report concluded = typed(now, SectionKind.IMPRESSION, "右肺上叶结节，8 cm。");
        assertTrue(isNamed(checks, typed(concluded, SectionKind.FINDINGS, "右肺上叶结节8 mm。"), "unit.tenfold"));
        assertFalse(isNamed(checks, typed(concluded, SectionKind.FINDINGS, "右肺上叶结节。" + zh("结节8 mm。")), "unit.tenfold"));
        assertTrue(
                isNamed(checks, typed(concluded, SectionKind.FINDINGS, "右肺上叶结节8 mm。" + zh("肿块8 cm。")), "unit.tenfold"),
                "an earlier number does not bear out one of today");
    }

    // [utest->req~report.prior.not-elsewhere~1]
    @Test
    void whatIsOfOnePatientIsTakenOverForNoOther() {
        Report now = typed(written("胸部CT平扫。", "双肺未见异常。"), SectionKind.IMPRESSION, "胸部CT未见异常。");
        assertTrue(NormalText.of(now).isPresent());
        for (SectionKind kind : List.of(SectionKind.FINDINGS, SectionKind.TECHNIQUE)) {
            Report quoted = PriorQuote.edit(now, kind, 1, prior("胸部CT", true), List.of("双肺未见异常。"), true)
                    .apply(now);
            assertEquals(Optional.empty(), NormalText.of(quoted), "quoted in " + kind);
            assertEquals(now, PriorQuote.without(quoted));
        }
        Report compared = typed(now, SectionKind.TECHNIQUE, "胸部CT平扫。与既往 2026-03-01 胸部CT对比。");
        assertEquals(Optional.empty(), NormalText.of(compared));
        Report english = typed(now, SectionKind.TECHNIQUE, "CT. Comparison with the prior Chest CT of 2026-03-01.");
        assertEquals(Optional.empty(), NormalText.of(english));
    }

    private static Report typed(Report now, SectionKind kind, String text) {
        return ReportEdits.setText(now, kind, text).apply(now);
    }

    private static boolean isNamed(ReportChecks checks, Report report, String check) {
        return checks.check(CheckContext.of(report)).stream()
                .anyMatch(result -> result.checkId().equals(check));
    }

    private static boolean isUndated(ReportChecks checks, Report report) {
        return checks.check(CheckContext.of(report)).stream()
                .anyMatch(result -> result.checkId().equals("comparison.undated"));
    }

    private static Report written(String technique, String findings) {
        Report now = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);
        now = ReportEdits.setText(now, SectionKind.TECHNIQUE, technique).apply(now);
        return ReportEdits.setText(now, SectionKind.FINDINGS, findings).apply(now);
    }
}
