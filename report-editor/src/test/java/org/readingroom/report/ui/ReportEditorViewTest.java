package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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
import org.testfx.util.WaitForAsyncUtils;

/// The editor as a person meets it. Pictures of each step, in both languages, are left in `target/pictures`.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ReportEditorViewTest {
    private final EditorBench bench = new EditorBench();
    private final SimpleObjectProperty<Messages> words =
            new SimpleObjectProperty<>(Messages.of(Locale.SIMPLIFIED_CHINESE));
    private ReportEditorViewModel model;
    private ReportEditorView view;

    @Start
    void show(Stage stage) {
        bench.measure(8.3417);
        Report report = SampleReports.chestCt();
        Report suggested = ReportEdits.insert(
                        report,
                        SectionKind.FINDINGS,
                        3,
                        ReportSentence.of("左肺下叶胸膜下见微小结节影，边界尚清，周围未见明显毛刺及胸膜牵拉。", SentenceOrigin.MACHINE))
                .apply(report);
        model = bench.model(suggested, SampleReports.radiologist());
        view = new ReportEditorView(model, words);
        HBox desk = new HBox(view);
        desk.setStyle("-fx-background-color: black; -fx-alignment: center-right;");
        Scene scene = new Scene(desk, 460, 720, Color.web("#0E1114"));
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
    }

    private void picture(FxRobot robot, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = view.getScene().snapshot(null));
        WritableImage shot = image[0];
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        Path folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
    }

    private static TextArea area(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextArea.class);
    }

    // [utest->req~report.ui.undo~1]
    // [utest->req~report.ui.evidence~1]
    // [utest->req~report.ui.draft~1]
    @Test
    void typingInsertingUndoingAndEvidenceThroughTheView(FxRobot robot) throws IOException {
        assertFalse(robot.lookup("#report-addendum").tryQuery().isPresent(), "an addendum before review");
        picture(robot, "editor-zh");
        assertTrue(area(robot, "#report-findings").getHeight() >= 3 * 22 + 16, "three lines of findings are cut off");
        TextArea impression = area(robot, "#report-impression");
        robot.clickOn(impression).push(KeyCode.CONTROL, KeyCode.END).write("Stable.");
        assertTrue(model.report().text(SectionKind.IMPRESSION).endsWith("Stable."));
        robot.interact(() -> bench.pass(java.time.Duration.ofSeconds(2)));
        assertEquals(
                "已保存 10:32:05",
                robot.lookup("#report-saved").queryAs(Label.class).getText());
        robot.interact(() -> view.insertMeasurement());
        assertTrue(impression.getText().endsWith("Stable.测量：长径约8.3 mm。"), impression.getText());
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("右肺上叶结节，建议随访。", impression.getText());
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertTrue(impression.getText().endsWith("Stable."));
        javafx.scene.Node badge = robot.lookup(".report-badge").nth(0).query();
        robot.clickOn(badge);
        assertEquals(SampleReports.ANCHOR, bench.shown.getLast());
        picture(robot, "editor-lit-zh");
        clicksAndKeysLeadToTheImages(robot);
        robot.interact(() -> words.set(Messages.of(Locale.ENGLISH)));
        picture(robot, "editor-en");
    }

    /// Once for a click, not again while it is lit; by key at the caret; not from a sentence without evidence.
    private void clicksAndKeysLeadToTheImages(FxRobot robot) {
        TextArea findings = area(robot, "#report-findings");
        int inEvidence = findings.getText().indexOf("8.3");
        assertTrue(inEvidence > 0, findings.getText());
        robot.interact(() -> model.evidence().light(java.util.Optional.empty()));
        int before = bench.shown.size();
        clickOnLetter(robot, findings, inEvidence);
        assertEquals(before + 1, bench.shown.size());
        assertEquals(SampleReports.ANCHOR, bench.shown.getLast());
        clickOnLetter(robot, findings, inEvidence + 1);
        assertEquals(before + 1, bench.shown.size(), "a lit sentence is clicked for its words");
        robot.interact(() -> {
            findings.positionCaret(inEvidence);
            view.showEvidence();
        });
        assertEquals(before + 2, bench.shown.size());
        robot.interact(() -> model.evidence().light(java.util.Optional.empty()));
        clickOnLetter(robot, findings, 1);
        assertEquals(before + 2, bench.shown.size(), "a sentence without evidence leads nowhere");
    }

    private static void clickOnLetter(FxRobot robot, TextArea area, int index) {
        javafx.geometry.Rectangle2D letter =
                ((javafx.scene.control.skin.TextAreaSkin) area.getSkin()).getCharacterBounds(index);
        robot.clickOn(area.localToScreen(letter.getMinX() + 2, letter.getMinY() + letter.getHeight() / 2));
    }

    // [utest->req~report.ui.sign~1]
    @Test
    void theSheetRefusesUntilTheMachinesSentenceIsTakenOverAndThenSigns(FxRobot robot) throws IOException {
        robot.clickOn(area(robot, "#report-findings")).push(KeyCode.CONTROL, KeyCode.ENTER);
        assertTrue(robot.lookup("#report-sign-confirm").queryAs(Button.class).isDisabled());
        picture(robot, "sheet-refused-zh");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F8);
        assertEquals(SectionKind.FINDINGS, model.checks().getFirst().section());
        TextArea findings = area(robot, "#report-findings");
        assertTrue(findings.isFocused() && findings.getSelectedText().startsWith("左肺下叶"), findings.getSelectedText());
        robot.push(KeyCode.DELETE);
        robot.interact(() -> words.set(Messages.of(Locale.ENGLISH)));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        picture(robot, "sheet-passed-en");
        robot.clickOn(robot.lookup("#report-sign-password").queryAs(PasswordField.class))
                .write("demo")
                .push(KeyCode.ENTER);
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
        assertFalse(findings.isEditable());
        assertEquals(
                "",
                robot.lookup("#report-sign-password")
                        .tryQueryAs(PasswordField.class)
                        .map(PasswordField::getText)
                        .orElse(""));
        picture(robot, "signed-en");
    }

    @Test
    void thePageFollowsTheCaretDownALongReportAndTabLeavesIt(FxRobot robot) throws IOException {
        boolean[] left = new boolean[1];
        robot.interact(() -> {
            view.setOnLeave(() -> left[0] = true);
            model.type(SectionKind.FINDINGS, "双肺纹理清晰，走行自然，双肺实质内未见异常密度影。\n".repeat(40));
        });
        TextArea findings = area(robot, "#report-findings");
        robot.interact(() -> {
            findings.requestFocus();
            findings.end();
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("x");
        WaitForAsyncUtils.waitForFxEvents();
        ScrollPane scroll = robot.lookup(".report-scroll").queryAs(ScrollPane.class);
        assertTrue(scroll.getVvalue() > 0.5, "the caret is below the page at " + scroll.getVvalue());
        assertEquals(0, findings.getScrollTop());
        picture(robot, "editor-long-zh");
        robot.push(KeyCode.TAB);
        assertTrue(left[0]);
        assertFalse(findings.getText().contains("\t"));
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertTrue(area(robot, "#report-impression").isFocused());
    }
}
