package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.assets.Messages;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.phrase.NormalText;
import org.readingroom.report.phrase.PhraseBook;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.ui.phrase.NormalWriter;
import org.readingroom.report.ui.phrase.PhraseShelf;
import org.readingroom.viewer.model.Sex;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The key for a normal report: both findings and impression, or neither, and over nobody's work.
// [utest->req~report.phrase.normal-key~1]
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class NormalWriterTest {
    private final Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);
    private final PhraseShelf shelf = new PhraseShelf(text -> text);
    private ReportEditorViewModel model;
    private NormalWriter writer;

    @Start
    void show(Stage stage) {
        model = new EditorBench().model(blank, SampleReports.radiologist());
        ReportEditorView view =
                new ReportEditorView(model, new SimpleObjectProperty<>(Messages.of(Locale.SIMPLIFIED_CHINESE)));
        stage.setScene(new Scene(view, 460, 720));
        stage.show();
        view.attach();
        writer = new NormalWriter(view, model, shelf);
    }

    private String text(SectionKind kind) {
        return model.report().text(kind);
    }

    @Test
    void itWritesTheTemplateOfTheStudyAndOnceMoreTheSame(FxRobot robot) {
        robot.interact(writer::write);
        assertEquals("readingroom.chest-ct.zh", model.report().templateId());
        assertTrue(text(SectionKind.IMPRESSION).contains("未见明确异常"));
        Report once = model.report();
        robot.interact(writer::write);
        assertEquals(once, model.report());
        assertEquals(Optional.empty(), model.noticeProperty().get());
    }

    @Test
    void aNormalImpressionNeverStandsUnderFindingsThatAPersonWrote(FxRobot robot) {
        robot.interact(() -> model.type(SectionKind.FINDINGS, "右肺上叶见结节。"));
        robot.interact(writer::write);
        refused(SectionKind.FINDINGS, "右肺上叶见结节。", SectionKind.IMPRESSION);
    }

    @Test
    void normalFindingsNeverStandAboveAnImpressionThatAPersonWrote(FxRobot robot) {
        robot.interact(() -> {
            shelf.put(List.of(PhraseBook.EMPTY.with(new NormalText(
                    "CT", "CHEST", "FEMALE", "胸部CT平扫", ReportLanguage.CHINESE, "胸部CT平扫。", "双肺清晰。", "胸部CT正常。"))));
            model.type(SectionKind.IMPRESSION, "肺癌。");
        });
        robot.interact(writer::write);
        refused(SectionKind.IMPRESSION, "肺癌。", SectionKind.FINDINGS);
    }

    @Test
    void aFormThatAPersonFilledInIsTheirs(FxRobot robot) {
        Section filled =
                new Section(SectionKind.FINDINGS, List.of(ReportSentence.of("右肺上叶见结节。", SentenceOrigin.TEMPLATE)));
        robot.interact(() -> {
            writer.write();
            model.write(now -> ReportEdits.exchange(now, List.of(filled), "report.edit.form"));
            model.type(SectionKind.IMPRESSION, "");
        });
        robot.interact(writer::write);
        refused(SectionKind.FINDINGS, "右肺上叶见结节。", SectionKind.IMPRESSION);
        robot.interact(() -> model.apply(model.templates().getFirst()));
        assertEquals("右肺上叶见结节。", text(SectionKind.FINDINGS));
        assertEquals(
                Optional.of("report.ui.template-kept"), model.noticeProperty().get());
    }

    @Test
    void aTechniqueThatAPersonWroteStaysAndIsNamed(FxRobot robot) {
        robot.interact(() -> model.type(SectionKind.TECHNIQUE, "低剂量。"));
        robot.interact(writer::write);
        assertEquals("低剂量。", text(SectionKind.TECHNIQUE));
        assertTrue(text(SectionKind.IMPRESSION).contains("未见明确异常"));
        assertEquals(
                Optional.of("report.ui.template-kept"), model.noticeProperty().get());
    }

    private void refused(SectionKind kept, String words, SectionKind blankOne) {
        assertEquals(words, text(kept));
        assertEquals("", text(blankOne));
        assertEquals(
                Optional.of("report.ui.phrase.normal-refused"),
                model.noticeProperty().get());
    }
}
