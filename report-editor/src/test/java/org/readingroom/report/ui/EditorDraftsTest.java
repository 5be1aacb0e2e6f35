package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

/// What is typed is with the saver in time, once, and as it stands.
// [utest->req~report.ui.draft~1]
class EditorDraftsTest {
    private static final Author RADIOLOGIST = SampleReports.radiologist();
    private final EditorBench bench = new EditorBench();
    private final Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);

    @Test
    void aDraftIsWithTheSaverWithinASecondOfTheFirstKeyAndAllOfItAfterTheLast() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        model.type(SectionKind.FINDINGS, "胸");
        bench.pass(Duration.ofMillis(999));
        assertEquals("胸", bench.saves.getLast().text(SectionKind.FINDINGS));
        assertEquals(
                new SaveState.Saved(SampleReports.NOW.plusMillis(800)),
                model.saveStateProperty().get());
        bench.typeSlowly(model, "胸廓对称，肋骨未见骨折。", Duration.ofMillis(300));
        assertTrue(bench.saves.size() >= 4, "steady typing was saved " + bench.saves.size() + " times");
        bench.pass(Duration.ofSeconds(1));
        assertEquals("胸廓对称，肋骨未见骨折。", bench.saves.getLast().text(SectionKind.FINDINGS));
    }

    @Test
    void aFailedSaveIsShownAndTriedAgain() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        bench.saverFails = true;
        model.type(SectionKind.FINDINGS, "胸");
        bench.pass(Duration.ofSeconds(1));
        assertInstanceOf(SaveState.Failed.class, model.saveStateProperty().get());
        bench.saverFails = false;
        bench.pass(Duration.ofSeconds(5));
        assertEquals("胸", bench.saves.getLast().text(SectionKind.FINDINGS));
        assertInstanceOf(SaveState.Saved.class, model.saveStateProperty().get());
    }

    @Test
    void oneSaveRunsAtATimeAndTheLastWordsAreNotLost() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        bench.saverStalls = true;
        model.type(SectionKind.FINDINGS, "一");
        bench.pass(Duration.ofSeconds(1));
        model.type(SectionKind.FINDINGS, "一二");
        bench.pass(Duration.ofSeconds(3));
        assertEquals(1, bench.saves.size());
        bench.saverStalls = false;
        Runnable ended = bench.stalled;
        assertTrue(ended != null);
        ended.run();
        bench.pass(Duration.ofSeconds(1));
        assertEquals("一二", bench.saves.getLast().text(SectionKind.FINDINGS));
    }

    @Test
    void aSaveThatAnswersAfterTheSignatureChangesNothing() {
        bench.measure(8.3417);
        ReportEditorViewModel model = bench.model(SampleReports.chestCt(), RADIOLOGIST);
        bench.saverStalls = true;
        model.type(SectionKind.IMPRESSION, "右肺上叶结节，建议复查。");
        bench.pass(Duration.ofSeconds(1));
        model.sign("", "demo".toCharArray(), outcome -> {});
        Runnable late = bench.stalled;
        assertTrue(late != null);
        late.run();
        bench.pass(Duration.ofSeconds(20));
        assertEquals(new SaveState.Untouched(), model.saveStateProperty().get());
        assertEquals(1, bench.saves.size());
    }

    @Test
    void leavingWhileASaveRunsSavesTheRestAtOnce() {
        ReportEditorViewModel model = bench.model(blank, RADIOLOGIST);
        bench.saverStalls = true;
        model.type(SectionKind.FINDINGS, "一");
        bench.pass(Duration.ofSeconds(1));
        model.type(SectionKind.FINDINGS, "一二");
        model.flush();
        Runnable ended = bench.stalled;
        assertTrue(ended != null);
        ended.run();
        assertEquals("一二", bench.saves.getLast().text(SectionKind.FINDINGS));
    }
}
