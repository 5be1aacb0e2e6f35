package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.task.LaneRunner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class WorklistUiTest {
    private final LaneRunner lanes = new LaneRunner(new FxLane());
    private final List<String> opened = new ArrayList<>();

    @Start
    void show(Stage stage) {
        Theme.install();
        WorklistViewModel model = new WorklistViewModel(new Rows(), Rows::sight, lanes, e -> {});
        WorklistView view = new WorklistView(
                model,
                new Words(Locale.SIMPLIFIED_CHINESE),
                new ListParts(
                        (study, ready) -> {},
                        new Region(),
                        new Region(),
                        row -> opened.add(row.uid().orElseThrow().value()),
                        () -> false,
                        () -> {}));
        Scene scene = new Scene(view, 1280, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        model.refresh();
        view.begin();
    }

    @AfterEach
    void end() {
        lanes.close();
    }

    // [utest->req~shell.worklist~1]
    // [utest->req~worklist.fluent~1]
    @Test
    void typingAnywhereFiltersAndEnterOpensWhatIsLeft(FxRobot robot) {
        robot.write("ys");
        assertEquals(
                "ys", robot.lookup("#worklist-filter").queryAs(TextField.class).getText());
        robot.type(KeyCode.ENTER);
        assertEquals(List.of("2.25.2"), opened);
        robot.type(KeyCode.ESCAPE);
        assertEquals(
                "", robot.lookup("#worklist-filter").queryAs(TextField.class).getText());
    }
}
