package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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

/// The sign sheet in a window of 1280 × 800, with little and with much to say. A picture is left in `target/pictures`.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SignRoomTest {
    private final EditorBench bench = new EditorBench();
    private final SimpleObjectProperty<Messages> words = new SimpleObjectProperty<>(Messages.of(Locale.ENGLISH));
    private ReportEditorViewModel model;
    private Scene scene;

    @Start
    void show(Stage stage) {
        bench.measure(8.3417);
        model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        ReportEditorView view = new ReportEditorView(model, words);
        Region desk = new Region();
        HBox.setHgrow(desk, Priority.ALWAYS);
        scene = new Scene(new HBox(desk, view), 1280, 800);
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
    }

    // [utest->req~report.ui.sign-room~1]
    @Test
    void thirtyRemarksLeavePasswordAndButtonsInSightAndScrollByKey(FxRobot robot) throws Exception {
        bench.reminders = many(30);
        open(robot);
        picture(robot);
        Bounds sheet = at(robot, ".report-sheet");
        assertTrue(sheet.getMinY() >= 0 && sheet.getMaxY() <= 800, sheet::toString);
        for (String id : List.of("#report-sign-password", "#report-sign-cancel", "#report-sign-confirm")) {
            assertTrue(sheet.contains(at(robot, id)), id + " " + at(robot, id) + " in " + sheet);
        }
        assertTrue(find(robot, "#report-sign-password").isFocused(), "no key more than before");
        int said = robot.lookup(".report-sheet .report-check").queryAll().size();
        assertTrue(said >= 30, "remarks: " + said);
        assertEquals(
                said + " remarks; Page Up and Page Down show the rest",
                robot.lookup("#report-sign-count").queryAs(Label.class).getText());

        assertTrue(isInSight(robot, "series 1"));
        assertFalse(isInSight(robot, "series 30"));
        robot.push(KeyCode.PAGE_DOWN);
        assertFalse(isInSight(robot, "series 1"));
        for (int i = 0; i < 10; i++) {
            robot.push(KeyCode.PAGE_DOWN);
        }
        assertTrue(isInSight(robot, "series 30"));
        robot.write("demo").push(KeyCode.ENTER);
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
    }

    // [utest->req~report.ui.sign-room~1]
    @Test
    void aFewRemarksAreAllThereWithoutScrolling(FxRobot robot) {
        bench.reminders = many(3);
        open(robot);
        ScrollPane remarks = robot.lookup("#report-sign-remarks").queryAs(ScrollPane.class);
        double whole = remarks.getContent().getLayoutBounds().getHeight();
        assertTrue(remarks.getViewportBounds().getHeight() + 0.5 >= whole, "room for " + whole);
        assertFalse(find(robot, "#report-sign-count").isVisible());
    }

    private static List<String> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "something that takes more than a single line of the sheet to be said, series " + i)
                .toList();
    }

    private void open(FxRobot robot) {
        robot.clickOn(robot.lookup("#report-findings").queryAs(TextArea.class)).push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        layout(robot);
    }

    private void layout(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i < 3; i++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
        });
    }

    private boolean isInSight(FxRobot robot, String end) {
        layout(robot);
        Label label = robot.lookup(".report-sheet .report-check .label").queryAllAs(Label.class).stream()
                .filter(each -> each.getText().endsWith(", " + end))
                .findFirst()
                .orElseThrow();
        return at(robot, "#report-sign-remarks").contains(label.localToScene(label.getLayoutBounds()));
    }

    private static Node find(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }

    private static Bounds at(FxRobot robot, String id) {
        Node node = find(robot, id);
        return node.localToScene(node.getLayoutBounds());
    }

    private void picture(FxRobot robot) throws Exception {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = scene.snapshot(null));
        int width = (int) image[0].getWidth();
        int height = (int) image[0].getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            copy.setRGB(x, y, image[0].getPixelReader().getArgb(x, y));
        }
        Path folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        ImageIO.write(copy, "png", folder.resolve("sign-room.png").toFile());
    }
}
