package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.Pages;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.ui.form.ReportForm;
import org.readingroom.viewer.model.Sex;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The form as a person fills it in, by keys alone. Pictures of each step, in both languages, are left in
/// `target/pictures`.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ReportFormTest {
    private final EditorBench bench = new EditorBench();
    private final SimpleObjectProperty<Messages> words =
            new SimpleObjectProperty<>(Messages.of(Locale.SIMPLIFIED_CHINESE));
    private ReportEditorViewModel model;
    private ReportEditorView view;
    private ReportForm form;

    @Start
    void show(Stage stage) throws Exception {
        ReportTemplate nodule = Pages.read(Pages.nodule());
        model = bench.model(
                Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE), SampleReports.radiologist());
        view = new ReportEditorView(model, words);
        TemplateLibrary library = TemplateLibrary.shipped().with(List.of(nodule));
        form = new ReportForm(view, model, () -> library, words);
        HBox desk = new HBox(view);
        desk.setStyle("-fx-background-color: black; -fx-alignment: center-right;");
        Scene scene = new Scene(desk, 460, 760, Color.web("#0E1114"));
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
        view.focusText();
    }

    // [utest->req~report.template.inline~1]
    // [utest->req~report.template.pane~1]
    @Test
    void aTemplateIsChosenAndFilledInWithoutTheMouse(FxRobot robot) throws Exception {
        robot.push(KeyCode.ALT, KeyCode.M);
        sees(robot, "#template-list");
        assertTrue(robot.lookup("#template-list")
                        .queryAs(ListView.class)
                        .getItems()
                        .size()
                > 1);
        robot.write("test");
        picture(robot, "form-choose-zh");
        robot.push(KeyCode.ENTER);
        assertEquals("双肺未见结节。\n心影大小正常。", text(SectionKind.FINDINGS));
        assertFalse(robot.lookup("#form-box").tryQuery().isPresent(), "a normal report has no gap");

        at(robot, 3);
        robot.push(KeyCode.ALT, KeyCode.F);
        sees(robot, "#form-list");
        picture(robot, "form-list-zh");
        robot.write("2");
        // The choice opened a line with two gaps, and the first of them is open.
        assertEquals("双肺可见结节。\n位于【部位】，直径【直径】 mm。\n心影大小正常。", text(SectionKind.FINDINGS));
        nothingIsTakenThatNobodyChose(robot);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        sees(robot, "#form-line");
        robot.write("1.2 cm").push(KeyCode.ENTER);
        assertEquals(
                "该字段单位为 mm，未换算“cm”",
                robot.lookup("#form-refusal").queryAs(Label.class).getText());
        picture(robot, "form-refused-zh");
        robot.write("12").push(KeyCode.ENTER);
        assertFalse(robot.lookup("#form-box").tryQuery().isPresent(), "nothing is left to fill in");
        assertEquals("双肺可见结节。\n位于左肺下叶，直径12 mm，建议进一步检查。\n心影大小正常。", text(SectionKind.FINDINGS));
        assertEquals("肺结节，分级高。", text(SectionKind.IMPRESSION));

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("肺结节，分级【分级】。", text(SectionKind.IMPRESSION));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        ownWordsStayUntilTheyAreWrittenAnew(robot);
        robot.push(KeyCode.ALT, KeyCode.V);
        sees(robot, "#form-pane");
        picture(robot, "form-pane-zh");
        robot.interact(() -> words.set(Messages.of(Locale.ENGLISH)));
        picture(robot, "form-pane-en");
    }

    /// The place is open, and the line after it holds the size.
    private void nothingIsTakenThatNobodyChose(FxRobot robot) {
        sees(robot, "#form-list");
        robot.push(KeyCode.ENTER);
        sees(robot, "#form-list");
        robot.push(KeyCode.TAB);
        sees(robot, "#form-line");
        assertTrue(text(SectionKind.FINDINGS).contains("位于【部位】，直径【直径】 mm。"));
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        sees(robot, "#form-list");
    }

    private void ownWordsStayUntilTheyAreWrittenAnew(FxRobot robot) throws Exception {
        TextArea findings = view.area(SectionKind.FINDINGS);
        int behind = findings.getText().indexOf("，建议");
        robot.interact(() -> {
            findings.requestFocus();
            findings.insertText(behind, "，边缘光滑");
        });
        assertEquals("report.form.own-words", refusal("size", "8"));
        assertTrue(text(SectionKind.FINDINGS).contains("12 mm，边缘光滑"));
        picture(robot, "form-own-zh");
        assertTrue(taken("present", "未见结节"));
        assertEquals("report.form.kept", model.noticeProperty().get().orElse(""));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        at(robot, behind);
        robot.push(KeyCode.ALT, KeyCode.G);
        assertFalse(text(SectionKind.FINDINGS).contains("边缘光滑"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(text(SectionKind.FINDINGS).contains("边缘光滑"));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
    }

    private String refusal(String field, String value) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> form.model().set(field, value)).get()
                        instanceof org.readingroom.report.template.FieldInput.Answer.Refused refused
                ? refused.key()
                : "";
    }

    private boolean taken(String field, String value) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> form.model().set(field, value)).get()
                instanceof org.readingroom.report.template.FieldInput.Answer.Taken;
    }

    private void at(FxRobot robot, int caret) {
        robot.interact(() -> {
            view.area(SectionKind.FINDINGS).requestFocus();
            view.area(SectionKind.FINDINGS).positionCaret(caret);
        });
    }

    private String text(SectionKind kind) {
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(model.report().text(kind), view.area(kind).getText());
        return model.report().text(kind);
    }

    private static void sees(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(id).tryQuery().isPresent(), id + " is not there");
    }

    private void picture(FxRobot robot, String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = view.getScene().snapshot(null));
        WritableImage shot = image[0];
        BufferedImage copy =
                new BufferedImage((int) shot.getWidth(), (int) shot.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        Path folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
    }
}
