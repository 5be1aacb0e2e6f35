package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.assets.Messages;
import org.readingroom.report.prior.PriorReports;
import org.readingroom.report.prior.PriorReports.Said;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.ui.prior.PriorDesk;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is said when no earlier report can be listed.
// [utest->req~report.outside.listed~1]
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class PriorDeskTest {
    private static final Said STALE = new Said("report.outside.not-asked", List.of("2026-05-01 09:30"));

    private PriorReports found = new PriorReports(List.of(), 0);
    private ReportEditorViewModel model;
    private PriorDesk desk;
    private EditorKeys keys;

    @Start
    void show(Stage stage) {
        model = new EditorBench().model(SampleReports.chestCt(), SampleReports.radiologist());
        var messages = new SimpleObjectProperty<>(Messages.of(Locale.ENGLISH));
        ReportEditorView view = new ReportEditorView(model, messages);
        desk = new PriorDesk(view, model, (report, answer) -> answer.accept(found), messages);
        Scene scene = new Scene(view, 460, 720);
        stage.setScene(scene);
        stage.show();
        view.attach();
        keys = new EditorKeys(scene);
    }

    private static List<String> told(FxRobot robot) {
        return robot.lookup(".prior-outside").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void thatTheRisIsDownIsSaidWithTheDayOfItsLastAnswerEvenWhenThatWasEmpty(FxRobot robot) {
        found = new PriorReports(List.of(), 0, List.of(STALE));
        robot.interact(desk::ask);
        assertEquals(
                List.of("The RIS could not be asked for its reports; those listed are as of 2026-05-01 09:30"),
                told(robot));
        robot.interact(() -> keys.press(KeyCode.ENTER));
        robot.interact(() -> keys.press(KeyCode.ESCAPE));
        assertEquals(List.of(), told(robot));
    }

    @Test
    void noneIsSaidInTheFooter(FxRobot robot) {
        robot.interact(desk::ask);
        assertEquals(Optional.of("report.ui.prior.none"), model.noticeProperty().get());
        found = new PriorReports(List.of(), 0, List.of(new Said("report.outside.not-asked-none", List.of())));
        robot.interact(desk::ask);
        assertEquals(
                Optional.of("report.outside.not-asked-none"),
                model.noticeProperty().get());
        assertEquals(List.of(), told(robot));
    }
}
