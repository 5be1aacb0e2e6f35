package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.assets.Messages;
import org.readingroom.assets.StyleSheets;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.testing.SampleReports;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Chinese written with an input method, by the events that the toolkit makes of it.
// [utest->req~report.ui.input-method~1]
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class InputMethodTest {
    private static final String BEFORE = "右肺上叶结节，建议随访。";

    private final EditorBench bench = new EditorBench();
    private ReportEditorViewModel model;
    private ReportEditorView view;
    private EditorKeys keys;
    private TextArea area;
    private int taken;

    @Start
    void show(Stage stage) {
        model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        view = new ReportEditorView(model, new SimpleObjectProperty<>(Messages.of(Locale.SIMPLIFIED_CHINESE)));
        Scene scene = new Scene(view, 460, 720);
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
        view.setOnLeave(() -> taken++);
        view.addKey(new KeyCodeCombination(KeyCode.DIGIT1), () -> {
            taken++;
            return true;
        });
        keys = new EditorKeys(scene);
        area = view.area(SectionKind.IMPRESSION);
        area.requestFocus();
        area.end();
    }

    private String words() {
        return model.report().text(SectionKind.IMPRESSION);
    }

    @Test
    void whatIsComposedReachesTheReportWhenItIsCommittedAndIsOneStepBack(FxRobot robot) {
        Report before = model.report();
        robot.interact(() -> {
            for (String composed : new String[] {"j", "ji", "jie", "jie j", "jie jie", "结节"}) {
                keys.compose(composed, "");
                assertEquals(BEFORE + composed, area.getText(), "the person sees what is composed");
                assertEquals(before, model.report(), "composed letters are no words of the report");
            }
            bench.pass(Duration.ofSeconds(5));
            assertEquals(0, bench.saves.size(), "nothing to keep yet");
            keys.compose("", "结节");
            assertEquals(BEFORE + "结节", words());
            assertEquals(BEFORE + "结节", area.getText());
            assertEquals(area.getLength(), area.getCaretPosition());
            bench.pass(Duration.ofSeconds(5));
            assertEquals(1, bench.saves.size());
            keys.press(KeyCode.Z, KeyCode.CONTROL);
            assertEquals(BEFORE, words());
            assertEquals(BEFORE, area.getText());
            keys.press(KeyCode.Z, KeyCode.CONTROL);
            assertEquals(before, model.report(), "there was one step");
        });
    }

    @Test
    void whatIsGivenUpLeavesNoTrace(FxRobot robot) {
        Report before = model.report();
        robot.interact(() -> {
            area.positionCaret(4);
            keys.compose("xian wei", "");
            keys.compose("", "");
            assertEquals(BEFORE, area.getText());
            assertEquals(4, area.getCaretPosition());
            assertEquals(before, model.report());
            bench.pass(Duration.ofSeconds(5));
            assertEquals(0, bench.saves.size());
            keys.type("见");
            assertEquals("右肺上叶见结节，建议随访。", words());
        });
    }

    @Test
    void aPartThatIsCommittedEarlyIsKeptWithoutTheRest(FxRobot robot) {
        robot.interact(() -> {
            area.positionCaret(4);
            keys.compose("wei xiao jie jie", "");
            keys.compose("jie jie", "微小");
            assertEquals("右肺上叶微小jie jie结节，建议随访。", area.getText());
            assertEquals("右肺上叶微小结节，建议随访。", words());
            keys.compose("", "条索");
            assertEquals("右肺上叶微小条索结节，建议随访。", words());
            assertEquals(words(), area.getText());
        });
    }

    @Test
    void keysBelongToTheInputMethodWhileItComposes(FxRobot robot) {
        robot.interact(() -> {
            keys.compose("jie jie", "");
            String shown = area.getText();
            for (KeyCode key : new KeyCode[] {
                KeyCode.TAB, KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.F8, KeyCode.BACK_SPACE, KeyCode.DOWN
            }) {
                keys.press(key);
            }
            keys.press(KeyCode.ENTER, KeyCode.CONTROL);
            keys.press(KeyCode.Z, KeyCode.CONTROL);
            keys.press(KeyCode.PAGE_UP, KeyCode.CONTROL);
            assertEquals(0, taken, "a key of ours was heard");
            assertFalse(robot.lookup("#report-sign-password").tryQuery().isPresent(), "the sign sheet came");
            assertTrue(area.isFocused());
            assertEquals(shown, area.getText());
            assertEquals(BEFORE, words());
            keys.compose("", "结节");
            keys.press(KeyCode.TAB);
            assertEquals(1, taken, "afterwards they are ours again");
        });
    }

    @Test
    void whatComesIntoTheReportMeanwhileStaysAndSoDoTheWords(FxRobot robot) {
        robot.interact(() -> {
            area.positionCaret(BEFORE.length());
            keys.compose("fu cha", "");
            model.write(now -> ReportEdits.insert(
                    now, SectionKind.IMPRESSION, 1, ReportSentence.of("双肺气肿。", SentenceOrigin.HUMAN)));
            assertEquals(BEFORE + "fu cha", area.getText(), "the input method is not disturbed");
            keys.compose("", "复查。");
            assertTrue(words().contains(BEFORE) && words().contains("双肺气肿。") && words().contains("复查。"), words());
            assertEquals(words(), area.getText());
        });
    }

    @Test
    void wordsInCompositionAreKeptWhenTheFocusIsTakenAway(FxRobot robot) {
        robot.interact(() -> {
            keys.compose("abc", "");
            view.area(SectionKind.FINDINGS).requestFocus();
            assertEquals(area.getText(), words(), "what is seen is what is kept");
            area.requestFocus();
            keys.press(KeyCode.TAB);
            assertEquals(1, taken, "keys are not lost for good");
        });
    }
}
