package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class WorklistUiTest {
    private final LaneRunner lanes = new LaneRunner(new FxLane());
    private final List<String> opened = new CopyOnWriteArrayList<>();

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
    void typingAnywhereFiltersAndEnterOpensWhatIsLeft(FxRobot robot) throws Exception {
        TableView<?> table = robot.lookup("#worklist").queryTableView();
        TextField filter = robot.lookup("#worklist-filter").queryAs(TextField.class);
        until(
                "the list, and the keys",
                () -> table.isFocused() && !table.getItems().isEmpty());
        robot.write("ys");
        until(
                "the filter",
                () -> filter.getText().equals("ys") && table.getItems().size() == 1);
        robot.type(KeyCode.ENTER);
        until("the study", () -> !opened.isEmpty());
        assertEquals(List.of("2.25.2"), opened);
        robot.type(KeyCode.ESCAPE);
        until("the whole list", () -> filter.getText().isEmpty());
    }

    // [utest->req~worklist.selection~1]
    @Test
    void aDoubleClickOpensOnlyWhereBothClicksMetTheSameCase(FxRobot robot) throws Exception {
        until("the rows", () -> row(robot, 0).isPresent() && row(robot, 1).isPresent());
        robot.interact(() -> {
            fire(row(robot, 0).orElseThrow(), MouseEvent.MOUSE_PRESSED, 1);
            fire(row(robot, 1).orElseThrow(), MouseEvent.MOUSE_CLICKED, 2);
        });
        assertEquals(List.of(), opened, "the rows moved between the two");
        robot.interact(() -> {
            fire(row(robot, 1).orElseThrow(), MouseEvent.MOUSE_PRESSED, 1);
            fire(row(robot, 1).orElseThrow(), MouseEvent.MOUSE_CLICKED, 2);
        });
        assertEquals(List.of("2.25.2"), opened);
    }

    private static void until(String what, Callable<Boolean> seen) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(
                    60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(seen).get());
        } catch (TimeoutException e) {
            throw new AssertionError("never seen: " + what, e);
        }
    }

    private static Optional<TableRow<?>> row(FxRobot robot, int index) {
        return robot.lookup(".table-row-cell").queryAllAs(TableRow.class).stream()
                .<TableRow<?>>map(row -> row)
                .filter(row -> Rows.ALL.get(index).equals(row.getItem()))
                .findFirst();
    }

    private static void fire(Node at, EventType<MouseEvent> type, int count) {
        at.fireEvent(new MouseEvent(
                type,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                count,
                false,
                false,
                false,
                false,
                type == MouseEvent.MOUSE_PRESSED,
                false,
                false,
                false,
                false,
                false,
                null));
    }
}
