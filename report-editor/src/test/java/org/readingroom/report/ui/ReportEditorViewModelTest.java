package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.viewer.model.Sex;

class ReportEditorViewModelTest {
    private static final Author RADIOLOGIST = SampleReports.radiologist();
    private static final Author SENIOR = SampleReports.author("senior", AuthorRole.SENIOR, LocalDate.of(2030, 12, 31));
    private final EditorBench bench = new EditorBench();
    private final Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);

    // [utest->req~report.ui.held~1]
    @Test
    void nothingIsWrittenOrSignedWhileSomebodyElseHoldsTheCase() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        model.type(SectionKind.FINDINGS, "胸廓对称。");
        model.held().hold(true);
        model.type(SectionKind.FINDINGS, "别的");
        model.undo();
        assertEquals("胸廓对称。", model.report().text(SectionKind.FINDINGS), "what was written stays");
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
        char[] password = "secret".toCharArray();
        model.sign("", password, outcome -> {
            throw new AssertionError("signed");
        });
        assertArrayEquals(new char[6], password);
        model.held().hold(false);
        model.type(SectionKind.FINDINGS, "胸廓对称。无殊。");
        assertEquals("胸廓对称。无殊。", model.report().text(SectionKind.FINDINGS));
    }

    // [utest->req~report.ui.undo~1]
    @Test
    void undoTakesBackABurstOfTypingThenTheMeasurementThenTheTemplate() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        model.apply(model.templates().getFirst());
        String filled = model.report().text(SectionKind.FINDINGS);
        assertTrue(filled.startsWith("胸廓对称"), filled);
        bench.measure(8.3417);
        model.insertMeasurement(SectionKind.FINDINGS, Integer.MAX_VALUE);
        String measured = model.report().text(SectionKind.FINDINGS);
        assertEquals(filled + "测量：长径约8.3 mm。", measured);
        bench.typeSlowly(model, measured + "随访", Duration.ZERO);
        bench.pass(Duration.ofSeconds(2));
        model.undo();
        assertEquals(measured, model.report().text(SectionKind.FINDINGS));
        model.undo();
        assertEquals(filled, model.report().text(SectionKind.FINDINGS));
        model.undo();
        assertEquals("", model.report().text(SectionKind.FINDINGS));
        model.redo();
        model.redo();
        assertEquals(measured, model.report().text(SectionKind.FINDINGS));
        model.redo();
        assertEquals(measured + "随访", model.report().text(SectionKind.FINDINGS));
    }

    // [utest->req~report.ui.undo~1]
    @Test
    void aPausePartsTwoBurstsOfTyping() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        model.type(SectionKind.FINDINGS, "一。");
        bench.pass(Duration.ofSeconds(2));
        model.type(SectionKind.FINDINGS, "一。二。");
        model.undo();
        assertEquals("一。", model.report().text(SectionKind.FINDINGS));
    }

    // [utest->req~report.ui.evidence~1]
    @Test
    void typingAroundAMeasuredSentenceKeepsItsEvidenceAndLeadsToTheImages() {
        bench.measure(8.3417);
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        SentenceId id = model.insertMeasurement(SectionKind.FINDINGS, 0).orElseThrow();
        model.type(SectionKind.FINDINGS, "胸廓对称。" + model.report().text(SectionKind.FINDINGS));
        ReportSentence sentence =
                model.report().section(SectionKind.FINDINGS).sentences().get(1);
        assertEquals(id, sentence.id());
        model.evidence().goTo(sentence.evidence().getFirst());
        assertEquals(List.of(SampleReports.ANCHOR), bench.shown);
        assertEquals(
                Optional.of(SampleReports.MARK), model.evidence().litProperty().get());
    }

    @Test
    void aMeasurementGoesBehindTheSentenceOfTheCaret() {
        bench.measure(8.3417);
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        model.type(SectionKind.FINDINGS, "一。二。");
        model.insertMeasurement(SectionKind.FINDINGS, 1);
        assertEquals("一。测量：长径约8.3 mm。二。", model.report().text(SectionKind.FINDINGS));
    }

    @Test
    void withoutAMeasurementNothingIsWrittenAndTheReasonIsSaid() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        assertEquals(Optional.empty(), model.insertMeasurement(SectionKind.FINDINGS, 0));
        assertEquals(
                Optional.of("report.ui.no-measurement"), model.noticeProperty().get());
        assertEquals(blank, model.report());
    }

    @Test
    void aTemplateNeverReplacesAPersonsWords() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        model.type(SectionKind.FINDINGS, "右肺见结节。");
        model.apply(model.templates().getFirst());
        assertEquals("右肺见结节。", model.report().text(SectionKind.FINDINGS));
        assertTrue(!model.report().section(SectionKind.TECHNIQUE).isBlank());
        assertTrue(model.report().section(SectionKind.IMPRESSION).isBlank(), "no normal impression under a nodule");
        assertEquals(
                Optional.of("report.ui.template-kept"), model.noticeProperty().get());
    }

    @Test
    void whoListensToTheChecksIsToldForAsLongAsTheModelLives() {
        bench.measure(8.3417);
        ReportEditorViewModel model = bench.model(SampleReports.chestCt(), RADIOLOGIST);
        List<CheckResult> heard = new java.util.ArrayList<>();
        model.checks().addListener((javafx.collections.ListChangeListener<CheckResult>)
                change -> heard.addAll(change.getList()));
        System.gc();
        bench.measure(9.5);
        model.marksChanged();
        assertEquals(model.checks(), heard);
        assertEquals(1, heard.size());
    }

    @Test
    void checksFollowTheWordsAndTheMarks() {
        bench.measure(8.3417);
        ReportEditorViewModel model = bench.model(SampleReports.chestCt(), RADIOLOGIST);
        assertEquals(List.of(), model.checks());
        bench.measure(9.5);
        model.marksChanged();
        assertEquals(
                List.of("measurement.stale"),
                model.checks().stream().map(CheckResult::checkId).toList());
    }

    // [utest->req~report.ui.sign~1]
    @Test
    void signingLocksTheEditorAndSavesNoMoreDraft() {
        bench.measure(8.3417);
        ReportEditorViewModel model = bench.model(SampleReports.chestCt(), RADIOLOGIST);
        model.type(SectionKind.IMPRESSION, "右肺上叶结节，建议三个月后复查。");
        char[] password = "demo".toCharArray();
        model.sign("", password, outcome -> {});
        assertArrayEquals(new char[4], password);
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
        assertEquals(1, model.versions().size());
        int saves = bench.saves.size();
        model.type(SectionKind.IMPRESSION, "未见异常。");
        model.undo();
        bench.pass(Duration.ofSeconds(10));
        assertEquals(saves, bench.saves.size());
        assertEquals("右肺上叶结节，建议三个月后复查。", model.report().text(SectionKind.IMPRESSION));
    }

    // [utest->req~report.ui.sign~1]
    @Test
    void aRefusedSignatureLeavesTheDraftOpen() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        assertEquals(
                List.of("check.findings.empty", "check.impression.empty"),
                model.refusals("").stream().map(Refusal::ruleId).toList());
        SignPort.Outcome refused = new SignPort.Outcome.Refused(model.refusals(""));
        bench.nextOutcome = refused;
        List<SignPort.Outcome> told = new ArrayList<>();
        model.sign("", new char[0], told::add);
        assertEquals(List.of(refused), told);
        assertEquals(EditorMode.EDITING, model.modeProperty().get());
        model.type(SectionKind.FINDINGS, "仍可书写。");
        assertEquals("仍可书写。", model.report().text(SectionKind.FINDINGS));
    }

    @Test
    void afterReviewOnlyAnAddendumCanBeWritten() {
        Report report = SampleReports.chestCt();
        SignedReport primary = bench.signed(report, Stage.PRIMARY, RADIOLOGIST, 1);
        SignedReport review = bench.signed(report, Stage.REVIEW, SENIOR, 2);
        ReportEditorViewModel model = bench.model(report, SENIOR, primary, review);
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
        model.beginAddendum();
        model.type(SectionKind.IMPRESSION, "改动。");
        model.type(SectionKind.ADDENDUM, "与病理符合。");
        assertEquals(report.text(SectionKind.IMPRESSION), model.report().text(SectionKind.IMPRESSION));
        assertEquals("与病理符合。", model.report().text(SectionKind.ADDENDUM));
        assertEquals(
                List.of("addendum-reason"),
                model.refusals("").stream().map(Refusal::ruleId).toList());
        bench.measure(8.3417);
        model.marksChanged();
        assertEquals(List.of(), model.refusals("病理结果"));
    }

    @Test
    void aStoredAddendumDraftIsTakenUpAgain() {
        Report report = SampleReports.chestCt();
        Report draft = ReportEdits.setText(report, SectionKind.ADDENDUM, "补充。").apply(report);
        ReportEditorViewModel model = bench.model(
                draft,
                SENIOR,
                bench.signed(report, Stage.PRIMARY, RADIOLOGIST, 1),
                bench.signed(report, Stage.REVIEW, SENIOR, 2));
        assertEquals(EditorMode.ADDENDUM, model.modeProperty().get());
    }

    @Test
    void whoseTurnItIsNotMayOnlyRead() {
        Report report = SampleReports.chestCt();
        ReportEditorViewModel model = bench.model(
                report,
                SampleReports.author("resident", AuthorRole.TRAINEE, null),
                bench.signed(report, Stage.PRIMARY, RADIOLOGIST, 1));
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
        model.type(SectionKind.FINDINGS, "改动。");
        assertEquals(report, model.report());
        assertEquals(Instant.parse("2026-11-20T02:32:05Z"), bench.now);
    }

    // [utest->req~report.ui.take-over~1]
    @Test
    void aMachinesSentenceTakenOverSignsAndTheActCanBeUndone() {
        bench.measure(8.3417);
        ReportSentence suggested = ReportSentence.of("左肺下叶微小结节。", SentenceOrigin.MACHINE);
        Report report = SampleReports.chestCt();
        ReportEditorViewModel model = bench.model(
                ReportEdits.insert(report, SectionKind.FINDINGS, 3, suggested).apply(report), RADIOLOGIST);
        assertEquals(
                List.of("check.machine.text"),
                model.refusals("").stream().map(Refusal::ruleId).toList());
        model.takeOver(SectionKind.FINDINGS, suggested.id());
        assertEquals(List.of(), model.refusals(""));
        model.undo();
        assertEquals(1, model.refusals("").size());
    }
}
