package org.readingroom.report.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Sex;

class OutsideReportTest {
    private static final Patient PATIENT = SampleReports.patient(Sex.FEMALE);
    private static final LocalDateTime MADE = LocalDateTime.of(2021, 5, 15, 8, 30);
    private static final LocalDateTime ISSUED = LocalDateTime.of(2021, 5, 16, 9, 0);

    private static OutsideReport report(
            OutsideState state, @Nullable LocalDateTime made, @Nullable LocalDateTime issued, String page) {
        return new OutsideReport(
                "r-1",
                "1",
                state,
                made,
                issued,
                "CT",
                "胸部CT平扫 Chest CT",
                "A-1",
                null,
                "张医师",
                Set.of(),
                Set.of(),
                "右肺上叶结节，8.3 mm。\n左肺清晰。",
                page,
                List.of("PDF"),
                true);
    }

    private static PriorReport prior(OutsideState state, @Nullable LocalDateTime made) {
        return report(state, made, ISSUED, "胆囊切除术后？").prior(PATIENT).orElseThrow();
    }

    private static String quote(PriorReport prior, ReportLanguage language) {
        return PriorQuote.words(prior, List.of("右肺上叶结节，8.3 mm。", "左肺清晰。"), language);
    }

    // [utest->req~report.outside.words~1]
    @Test
    void itsConclusionComesFirstAndItsPageAfterUnderItsOwnDay() {
        PriorReport prior = prior(OutsideState.FINAL, MADE);
        assertEquals(LocalDate.of(2021, 5, 15), prior.day());
        assertEquals(
                List.of(
                        new PriorReport.Line(SectionKind.IMPRESSION, "右肺上叶结节，8.3 mm。"),
                        new PriorReport.Line(SectionKind.IMPRESSION, "左肺清晰。"),
                        new PriorReport.Line(SectionKind.FINDINGS, "胆囊切除术后？")),
                prior.lines());
        assertEquals(new PriorOrigin.Outside(OutsideState.FINAL, true, "张医师", List.of("PDF"), true), prior.origin());
        assertTrue(prior.isReviewed());
        PriorReport reported = prior(OutsideState.FINAL, null);
        assertEquals(LocalDate.of(2021, 5, 16), reported.day());
        assertEquals(
                new PriorOrigin.Outside(OutsideState.FINAL, false, "张医师", List.of("PDF"), true), reported.origin());
        assertEquals(
                Optional.empty(), report(OutsideState.FINAL, null, null, "").prior(PATIENT));
        String endless = "Nodule.\n".repeat(1000);
        PriorReport cut =
                report(OutsideState.FINAL, MADE, null, endless).prior(PATIENT).orElseThrow();
        assertEquals(400, cut.lines().size());
        assertFalse(((PriorOrigin.Outside) cut.origin()).isWhole(), "what was left out is said");
    }

    // [utest->req~report.outside.quote~1]
    @Test
    void itsWordsAreQuotedAsThoseOfAnEarlierReportAndNotOfImagesThatWereCompared() {
        ReportLanguage zh = ReportLanguage.CHINESE;
        ReportLanguage en = ReportLanguage.ENGLISH;
        PriorReport sure = prior(OutsideState.CORRECTED, MADE);
        PriorReport reported = prior(OutsideState.FINAL, null);
        PriorReport early = prior(OutsideState.PRELIMINARY, MADE);
        List<String> all = List.of(
                quote(sure, zh),
                quote(reported, zh),
                quote(early, zh),
                quote(sure, en),
                quote(reported, en),
                quote(early, en));
        assertEquals(
                List.of(
                        "（既往报告（RIS） 2021-05-15 胸部CT平扫：右肺上叶结节，8.3 mm; 左肺清晰。）",
                        "（既往报告（RIS） 2021-05-16 出具 胸部CT平扫：右肺上叶结节，8.3 mm; 左肺清晰。）",
                        "（既往报告（RIS，初步） 2021-05-15 胸部CT平扫：右肺上叶结节，8.3 mm; 左肺清晰。）",
                        "(Earlier report from the RIS, Chest CT of 2021-05-15: 右肺上叶结节，8.3 mm; 左肺清晰.)",
                        "(Earlier report from the RIS, Chest CT reported 2021-05-16: 右肺上叶结节，8.3 mm; 左肺清晰.)",
                        "(Earlier report from the RIS, preliminary, Chest CT of 2021-05-15: 右肺上叶结节，8.3 mm; 左肺清晰.)"),
                all);
        for (String one : all) {
            assertTrue(PriorQuote.isQuotation(one), one);
            assertFalse(PriorQuote.isQuotation(one + "现已增大。"), "what is written behind is of today");
            assertEquals(List.of(one), SentenceSplitter.split(one), one);
        }
        Report now = SampleReports.chestCt();
        Report changed = PriorQuote.edit(now, SectionKind.FINDINGS, 2, sure, List.of("左肺清晰。"), true)
                .apply(now);
        assertEquals(now.text(SectionKind.TECHNIQUE), changed.text(SectionKind.TECHNIQUE), "no images were compared");
        assertEquals(now, PriorQuote.without(changed));
    }

    // [utest->req~report.outside.checks~1]
    @Test
    void theChecksHearWhatAFinalReportConcludesAndNothingElse() {
        assertEquals(
                List.of("右肺上叶结节，8.3 mm。", "左肺清晰。"),
                prior(OutsideState.APPENDED, MADE).heard());
        assertEquals(List.of(), prior(OutsideState.PRELIMINARY, MADE).heard());
    }
}
