package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.assets.Messages;
import org.readingroom.assets.StyleSheets;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.phrase.Phrase;
import org.readingroom.report.phrase.PhraseBook;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.ui.phrase.PhraseShelf;
import org.readingroom.report.ui.phrase.PhraseWriter;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Phrases by keys alone.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class PhraseWriterTest {
    private static final String BEFORE = "右肺上叶结节，建议随访。";
    private static final Map<String, String> SPOKEN = Map.of("胸腔积液", "xiong qiang ji ye", "肺结节", "fei jie jie");

    private final EditorBench bench = new EditorBench();
    private ReportEditorViewModel model;
    private ReportEditorView view;
    private PhraseWriter writer;
    private EditorKeys keys;
    private TextArea area;
    private int left;

    @Start
    void show(Stage stage) {
        model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        var messages = new SimpleObjectProperty<>(Messages.of(Locale.SIMPLIFIED_CHINESE));
        view = new ReportEditorView(model, messages);
        PhraseShelf shelf = new PhraseShelf(text -> SPOKEN.getOrDefault(text, text));
        shelf.put(List.of(new PhraseBook(
                List.of(phrase("a", "肺结节", "ln", "{部位}见结节，长径{长径:mm}。"), phrase("b", "胸腔积液", "pe", "左侧胸腔见液体密度影。")),
                List.of())));
        writer = new PhraseWriter(view, model, shelf, messages);
        Scene scene = new Scene(view, 460, 720);
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
        view.setOnLeave(() -> left++);
        keys = new EditorKeys(scene);
        area = view.area(SectionKind.IMPRESSION);
        area.requestFocus();
        area.end();
    }

    private static Phrase phrase(String id, String title, String shortcut, String text) {
        return new Phrase(id, List.of("胸部"), title, shortcut, ReportLanguage.CHINESE, text);
    }

    private String words() {
        assertEquals(model.report().text(SectionKind.IMPRESSION), area.getText());
        return area.getText();
    }

    // [utest->req~report.phrase.tour~1]
    @Test
    void aShortcutBecomesItsPhraseAndTabGoesFromBlankToBlankAndOut(FxRobot robot) {
        robot.interact(() -> {
            keys.type(";ln");
            keys.press(KeyCode.TAB);
            assertEquals(BEFORE + "【部位】见结节，长径【长径】 mm。", words());
            assertEquals("【部位】", area.getSelectedText());
            keys.type("左肺下叶");
            keys.press(KeyCode.TAB);
            assertEquals("【长径】", area.getSelectedText());
            keys.press(KeyCode.TAB, KeyCode.SHIFT);
            assertEquals("【长径】", area.getSelectedText(), "it is the only one left");
            keys.type("6");
            keys.press(KeyCode.TAB);
            assertEquals(BEFORE + "左肺下叶见结节，长径6 mm。", words());
            assertEquals(0, left, "the last blank does not throw the writer out of the text");
            keys.press(KeyCode.TAB);
            assertEquals(1, left, "then Tab goes back to the images");
        });
    }

    // [utest->req~report.phrase.expand~1]
    @Test
    void aShortcutThatNamesNothingAsksAndTabDoesNotLeadOut(FxRobot robot) {
        robot.interact(() -> {
            keys.type(";zzz");
            keys.press(KeyCode.TAB);
        });
        assertEquals(0, left, "what is typed on does not land among the keys of the images");
        assertTrue(robot.lookup("#phrase-list").tryQuery().isPresent(), "it asks");
        robot.interact(() -> {
            keys.press(KeyCode.ESCAPE);
            assertTrue(words().endsWith(";zzz"), "nothing was written");
        });
    }

    // [utest->req~report.phrase.list~1]
    @Test
    void theListNarrowsByFirstLettersEnterTakesAndEscapeLeaves(FxRobot robot) {
        robot.interact(() -> {
            area.positionCaret(0);
            writer.write();
        });
        robot.interact(() -> {
            keys.type("xqjy");
            assertEquals(1, list(robot).getItems().size());
            keys.press(KeyCode.ESCAPE);
            assertFalse(robot.lookup("#phrase-list").tryQuery().isPresent());
            assertTrue(area.isFocused());
            assertEquals(0, area.getCaretPosition());
            assertEquals(BEFORE, words());
            writer.write();
        });
        robot.interact(() -> {
            keys.press(KeyCode.DOWN);
            keys.press(KeyCode.ENTER);
            assertEquals("左侧胸腔见液体密度影。" + BEFORE, words());
            List<ReportSentence> sentences =
                    model.report().section(SectionKind.IMPRESSION).sentences();
            assertEquals("i1", sentences.get(1).id().value(), "the sentence behind stays itself");
            keys.press(KeyCode.Z, KeyCode.CONTROL);
            assertEquals(BEFORE, words());
        });
    }

    @Test
    void whatStandsBehindASemicolonIsLookedForAndGivesWay(FxRobot robot) {
        robot.interact(() -> {
            keys.type("；fjj");
            writer.write();
        });
        robot.interact(() -> {
            assertEquals(
                    List.of("a"),
                    list(robot).getItems().stream().map(Phrase::id).toList());
            keys.press(KeyCode.ENTER);
            assertEquals(BEFORE + "【部位】见结节，长径【长径】 mm。", words());
        });
    }

    @Test
    void theInputMethodsOwnEnterTakesNoPhrase(FxRobot robot) {
        robot.interact(writer::write);
        robot.interact(() -> {
            keys.compose("jie jie", "");
            keys.press(KeyCode.ENTER);
            keys.press(KeyCode.ESCAPE);
            assertTrue(robot.lookup("#phrase-list").tryQuery().isPresent());
            assertEquals(BEFORE, words());
            keys.compose("", "结节");
            keys.press(KeyCode.ENTER);
            assertEquals("【部位】", area.getSelectedText());
        });
    }

    private static ListView<Phrase> list(FxRobot robot) {
        return robot.lookup("#phrase-list").queryListView();
    }
}
