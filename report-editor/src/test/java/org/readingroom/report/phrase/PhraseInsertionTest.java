package org.readingroom.report.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.edit.ReportEdit;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.testing.SampleReports;

class PhraseInsertionTest {
    // [utest->req~report.phrase.insert~1]
    @Test
    void theWordsTakeTheirPlaceAndTheSentencesAroundStayThemselves() {
        Report report = SampleReports.chestCt();
        List<ReportSentence> before = report.section(SectionKind.FINDINGS).sentences();
        int at = before.getFirst().text().length();
        PhraseInsertion insertion = PhraseInsertion.of(report, SectionKind.FINDINGS, at, at, "左肺见结节，长径{长径:mm}。气管通畅。");
        ReportEdit edit = insertion.edit(report);
        Report changed = edit.apply(report);
        assertEquals("胸廓对称。左肺见结节，长径【长径】 mm。气管通畅。右肺上叶见结节，长径约8.3 mm。纵隔未见肿大淋巴结。", changed.text(SectionKind.FINDINGS));
        List<ReportSentence> after = changed.section(SectionKind.FINDINGS).sentences();
        assertEquals(
                List.of(before.get(0), before.get(1), before.get(2)),
                List.of(after.get(0), after.get(3), after.get(4)));
        for (ReportSentence added : after.subList(1, 3)) {
            assertEquals(SentenceOrigin.HUMAN, added.origin());
            assertTrue(added.evidence().isEmpty() && added.measurements().isEmpty());
        }
        assertEquals(
                "左肺见结节，长径【长径】 mm。气管通畅。", changed.text(SectionKind.FINDINGS).substring(insertion.at(), insertion.end()));
        assertEquals(report, edit.revert(changed));
    }

    @Test
    void aBlankThatIsLeftStopsTheSignature() {
        Report report = SampleReports.chestCt();
        Report changed = PhraseInsertion.of(report, SectionKind.IMPRESSION, 0, 0, "{部位}结节。")
                .edit(report)
                .apply(report);
        assertTrue(new ReportChecks(CheckRules.shipped())
                .check(CheckContext.of(changed)).stream()
                        .anyMatch(result -> result.messageKey().endsWith("template.leftover")));
    }

    @Test
    void englishWordsNeverRunTogetherAndChineseOnesGetNoSpace() {
        Report report = SampleReports.chestCtEnglish();
        String text = report.text(SectionKind.IMPRESSION);
        PhraseInsertion behind = PhraseInsertion.of(report, SectionKind.IMPRESSION, text.length(), 9999, "No prior.");
        assertEquals(text + " No prior.", behind.edit(report).apply(report).text(SectionKind.IMPRESSION));
        PhraseInsertion first = PhraseInsertion.of(report, SectionKind.IMPRESSION, 0, 0, "No prior.");
        assertEquals("No prior. " + text, first.edit(report).apply(report).text(SectionKind.IMPRESSION));
        assertEquals(0, first.at());
        PhraseInsertion over = PhraseInsertion.of(report, SectionKind.IMPRESSION, 0, 6, "结节");
        assertEquals("结节" + text.substring(6), over.edit(report).apply(report).text(SectionKind.IMPRESSION));
    }
}
