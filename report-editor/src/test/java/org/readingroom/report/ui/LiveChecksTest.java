package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;

// [utest->req~report.check.overrule~1]
class LiveChecksTest {
    private static final String TYPO = "胸廓对称。右肺上叶见结截。纵隔未见肿大淋巴结。";

    private final EditorBench bench = new EditorBench();
    private final ReportEditorViewModel model = model();

    private ReportEditorViewModel model() {
        bench.marks.put(
                SampleReports.MARK,
                new Measured(
                        SampleReports.MARK,
                        List.of(new Measurement(Measurement.Quantity.LENGTH, 8.3417, "mm")),
                        List.of()));
        return bench.model(SampleReports.chestCt(), SampleReports.radiologist());
    }

    private List<String> ids() {
        return model.checks().stream().map(CheckResult::checkId).toList();
    }

    private CheckResult result(String id) {
        return model.checks().stream()
                .filter(one -> one.checkId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAPersonLetsStandIsNoLongerNamedButKnown() {
        assertEquals(List.of(), ids());
        model.type(SectionKind.FINDINGS, TYPO);
        assertTrue(ids().contains("typo"));
        Overrule made = model.live().overrule(result("typo"), " 原文如此 ").orElseThrow();
        assertEquals("原文如此", made.reason());
        assertEquals("radiologist", made.userId());
        assertEquals(SampleReports.NOW, made.at());
        assertEquals("checks-2026.4", made.rulesVersion());
        assertTrue(!ids().contains("typo"));
        assertEquals(List.of(made), model.live().standingProperty().get());
    }

    @Test
    void itLapsesWhenTheWordsChangeAndComesBackWithThem() {
        model.type(SectionKind.FINDINGS, TYPO);
        model.live().overrule(result("typo"), "原文如此");
        model.type(SectionKind.FINDINGS, TYPO.replace("上叶见", "上叶可见"));
        assertTrue(ids().contains("typo"));
        assertEquals(List.of(), model.live().standingProperty().get());
    }

    @Test
    void nothingStandsWithoutAReasonAndWhatBlocksNotAtAll() {
        model.type(SectionKind.FINDINGS, TYPO);
        assertTrue(model.live().overrule(result("typo"), "  ").isEmpty());
        model.type(SectionKind.IMPRESSION, "");
        assertTrue(model.live().overrule(result("impression.empty"), "没有").isEmpty());
        assertTrue(ids().contains("impression.empty"));
    }

    /// The report is taken up again by another window, the reviewer's.
    // [utest->req~report.check.overrule-kept~1]
    @Test
    void whatWasLetStandBeforeIsShownAgainAndHoldsForItsWordsAlone() {
        model.type(SectionKind.FINDINGS, TYPO);
        Overrule made = model.live().overrule(result("typo"), "原文如此").orElseThrow();
        ReportEditorViewModel again = bench.model(
                model.report(), SampleReports.author("senior", AuthorRole.SENIOR, LocalDate.of(2030, 1, 1)));
        assertTrue(again.checks().stream().anyMatch(one -> one.checkId().equals("typo")));
        again.live().recall(List.of(made));
        again.live().recall(List.of(made));
        assertTrue(again.checks().stream().noneMatch(one -> one.checkId().equals("typo")));
        assertEquals(List.of(made), again.live().standingProperty().get(), "with who and why, once");
        again.type(SectionKind.FINDINGS, TYPO.replace("上叶见", "上叶可见"));
        assertTrue(again.checks().stream().anyMatch(one -> one.checkId().equals("typo")));
        assertEquals(List.of(), again.live().standingProperty().get());
    }
}
