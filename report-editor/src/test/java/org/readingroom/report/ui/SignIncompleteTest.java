package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.assets.Messages;
import org.readingroom.assets.StyleSheets;
import org.readingroom.report.testing.SampleReports;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A signature while not all images of the study are here.
// [utest->req~report.ui.sign-incomplete~1]
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SignIncompleteTest {
    private final EditorBench bench = new EditorBench();
    private final SimpleObjectProperty<Messages> words = new SimpleObjectProperty<>(Messages.of(Locale.ENGLISH));
    private ReportEditorViewModel model;

    @Start
    void show(Stage stage) {
        bench.measure(8.3417);
        model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        ReportEditorView view = new ReportEditorView(model, words);
        Scene scene = new Scene(view, 460, 720, Color.web("#0E1114"));
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
    }

    @Test
    void anIncompleteStudyIsSignedOnlyAfterATickByKeyboard(FxRobot robot) {
        bench.missing = Optional.of(new MissingImages(299, 300));
        open(robot);
        assertEquals("Not all images of this study are here: 299 of 300", said(robot));
        assertTrue(find(robot, "#report-sign-confirm", Button.class).isDisabled());
        assertTrue(find(robot, "#report-sign-missing", CheckBox.class).isFocused());

        robot.push(KeyCode.TAB).write("demo").push(KeyCode.ENTER);
        assertEquals(EditorMode.EDITING, model.modeProperty().get(), "the password alone signs nothing");

        robot.push(KeyCode.ESCAPE);
        open(robot);
        robot.push(KeyCode.SPACE);
        assertFalse(find(robot, "#report-sign-confirm", Button.class).isDisabled());
        robot.push(KeyCode.TAB).write("demo").push(KeyCode.ENTER);
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
    }

    // [utest->req~report.ui.sign-tab~1]
    @Test
    void tabGoesRoundInTheSheetInBothDirections(FxRobot robot) {
        bench.missing = Optional.of(new MissingImages(299, 300));
        open(robot);
        assertEquals("report-sign-missing", focused(robot));
        for (String stop : List.of("report-sign-password", "report-sign-cancel", "report-sign-missing")) {
            robot.push(KeyCode.TAB);
            assertEquals(stop, focused(robot));
        }
        for (String stop : List.of("report-sign-cancel", "report-sign-password", "report-sign-missing")) {
            robot.push(KeyCode.SHIFT, KeyCode.TAB);
            assertEquals(stop, focused(robot));
        }
    }

    private static String focused(FxRobot robot) {
        return robot.lookup("#report-sign-password")
                .query()
                .getScene()
                .getFocusOwner()
                .getId();
    }

    @Test
    void theTickIsSetAnewForEachSheetAndSaysWithoutANumberThatNobodyKnows(FxRobot robot) {
        bench.missing = Optional.of(new MissingImages(3, 0));
        robot.interact(() -> words.set(Messages.of(Locale.SIMPLIFIED_CHINESE)));
        open(robot);
        assertEquals("本检查的图像可能不全：目前无法确定共有多少幅", said(robot));
        robot.push(KeyCode.SPACE).push(KeyCode.ESCAPE);
        open(robot);
        assertFalse(find(robot, "#report-sign-missing", CheckBox.class).isSelected());
    }

    /// What is known when the sheet opens may be other than what is known when the password is there.
    @Test
    void aStudyThatTurnsOutIncompleteWhileTheSheetIsOpenAsksThen(FxRobot robot) {
        open(robot);
        assertTrue(find(robot, "#report-sign-password", PasswordField.class).isFocused());
        bench.missing = Optional.of(new MissingImages(1, 2));
        robot.write("demo").push(KeyCode.ENTER);
        assertEquals(EditorMode.EDITING, model.modeProperty().get());
        assertTrue(find(robot, "#report-sign-missing", CheckBox.class).isFocused());
        robot.push(KeyCode.SPACE).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
    }

    private static void open(FxRobot robot) {
        robot.clickOn(find(robot, "#report-findings", TextArea.class)).push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String said(FxRobot robot) {
        return find(robot, "#report-sign-missing-words", Label.class).getText();
    }

    private static <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup(id).queryAs(type);
    }
}
