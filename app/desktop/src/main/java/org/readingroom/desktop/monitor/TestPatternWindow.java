package org.readingroom.desktop.monitor;

import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.greyscale.DisplayCalibration;
import org.readingroom.viewer.greyscale.TestPattern;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The test pattern over a whole monitor, one value to each picture element, through the monitor's curve when it has
/// one. Escape closes it.
///
/// **Thread:** FX; the pattern is drawn on the `cpu` lane.
// [impl->req~shell.test-pattern~1]
public final class TestPatternWindow {
    private final Stage owner;
    private final TaskRunner tasks;
    private final Words words;
    private @Nullable Stage shown;

    public TestPatternWindow(Stage owner, TaskRunner tasks, Words words) {
        this.owner = owner;
        this.tasks = tasks;
        this.words = words;
    }

    /// Covers `monitor`.
    public void show(Monitor monitor, @Nullable DisplayCalibration calibration) {
        close();
        int columns = Math.max(TestPattern.SMALLEST_SIDE, monitor.columns());
        int rows = Math.max(TestPattern.SMALLEST_SIDE, monitor.rows());
        tasks.start(
                Lane.CPU,
                Priority.ON_SCREEN,
                () -> calibration == null
                        ? TestPattern.argb(columns, rows)
                        : TestPattern.argb(columns, rows, calibration),
                argb -> cover(monitor, argb, columns, rows),
                fault -> {});
    }

    private void cover(Monitor monitor, int[] argb, int columns, int rows) {
        WritableImage image = new WritableImage(columns, rows);
        image.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
        ImageView view = new ImageView(image);
        view.setId("test-pattern");
        view.setSmooth(false);
        view.setFitWidth(columns / monitor.scale());
        view.setFitHeight(rows / monitor.scale());
        Scene scene = new Scene(new Pane(view), monitor.width(), monitor.height(), Color.BLACK);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.initOwner(owner);
        stage.titleProperty().bind(words.text("desktop.monitor.pattern"));
        stage.setScene(scene);
        stage.setX(monitor.x());
        stage.setY(monitor.y());
        stage.setWidth(monitor.width());
        stage.setHeight(monitor.height());
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint(words.get("desktop.monitor.pattern-hint"));
        stage.setFullScreen(true);
        stage.show();
        shown = stage;
    }

    /// What is on the screen; null while nothing is.
    @Nullable
    Stage stage() {
        return shown;
    }

    public void close() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }
}
