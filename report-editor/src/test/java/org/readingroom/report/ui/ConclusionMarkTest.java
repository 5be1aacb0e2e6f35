package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
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
import org.readingroom.report.model.Polarity;
import org.readingroom.report.testing.SampleReports;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The mark of the conclusion in the sign sheet.
// [utest->req~report.ui.conclusion~1]
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ConclusionMarkTest {
    private final EditorBench bench = new EditorBench();
    private ReportEditorViewModel model;

    @Start
    void show(Stage stage) {
        bench.measure(8.3417);
        model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        ReportEditorView view =
                new ReportEditorView(model, new SimpleObjectProperty<>(Messages.of(Locale.SIMPLIFIED_CHINESE)));
        Scene scene = new Scene(view, 460, 720, Color.web("#0E1114"));
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
    }

    @Test
    void oneKeyMarksAndThePasswordSignsWhatIsMarked(FxRobot robot) {
        open(robot);
        assertEquals(
                "尚未标记",
                robot.lookup("#report-sign-proposal").queryAs(Label.class).getText());
        robot.push(KeyCode.ALT, KeyCode.N);
        assertEquals(Polarity.NEGATIVE, model.report().conclusion());
        robot.push(KeyCode.ALT, KeyCode.N);
        assertEquals(Polarity.UNMARKED, model.report().conclusion(), "the same key takes it away");
        robot.push(KeyCode.ALT, KeyCode.P);
        PasswordField password = robot.lookup("#report-sign-password").queryAs(PasswordField.class);
        assertTrue(password.isFocused(), "the next thing typed is the password");
        assertEquals("", password.getText());
        robot.write("demo").push(KeyCode.ENTER);
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
        assertEquals(Polarity.POSITIVE, model.versions().getLast().report().conclusion());
    }

    private static void open(FxRobot robot) {
        TextArea area = robot.lookup("#report-impression").queryAs(TextArea.class);
        robot.interact(area::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
