package org.readingroom.desktop.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.viewer.greyscale.DisplayCalibration;
import org.readingroom.viewer.greyscale.TestPattern;
import org.readingroom.viewer.task.LaneRunner;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The test pattern and the choice of a curve on a real screen.
@Tag("ui")
class MonitorScreenTest {
    @TempDir
    private Path folder;

    private final LaneRunner lanes = new LaneRunner(new FxLane());
    private final Words words = new Words(Locale.ENGLISH);

    @BeforeAll
    static void needsADisplay() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
            return true;
        });
        lanes.close();
    }

    // [utest->req~shell.test-pattern~1]
    @Test
    void thePatternCoversTheMonitorElementByElementAndEscapeClosesIt() throws Exception {
        Stage owner = onFx(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(new Label("beside"), 300, 200));
            made.show();
            return made;
        });
        TestPatternWindow pattern = new TestPatternWindow(owner, lanes, words);
        Monitor monitor = onFx(() -> Monitor.all().getFirst());
        DisplayCalibration screen = new DisplayCalibration(
                List.of(
                        new DisplayCalibration.Measurement(0, 0.5),
                        new DisplayCalibration.Measurement(100, 20),
                        new DisplayCalibration.Measurement(255, 400)),
                0);
        for (DisplayCalibration curve : new DisplayCalibration[] {null, screen}) {
            onFx(() -> {
                pattern.show(monitor, curve);
                return true;
            });
            until("the pattern is there", () -> pattern.stage() != null);
            Stage stage = pattern.stage();
            until(
                    "it covers the monitor",
                    () -> stage.getWidth() == monitor.width() && stage.getHeight() == monitor.height());
            int[] wanted = curve == null
                    ? TestPattern.argb(monitor.columns(), monitor.rows())
                    : TestPattern.argb(monitor.columns(), monitor.rows(), curve);
            WritableImage seen = onFx(() -> stage.getScene().snapshot(null));
            for (int at = 0; at < wanted.length; at += 7) {
                int column = at % monitor.columns();
                int row = at / monitor.columns();
                assertEquals(wanted[at], seen.getPixelReader().getArgb(column, row), column + ", " + row);
            }
            onFx(() -> {
                KeyEvent escape =
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
                javafx.event.Event.fireEvent(stage.getScene(), escape);
                return true;
            });
            assertFalse(onFx(stage::isShowing));
        }
    }

    // [utest->req~shell.monitor-calibration~1]
    @Test
    void aCurveIsChosenNamedAndTakenBackInTheSettings() throws Exception {
        MonitorCurves curves = new MonitorCurves(WindowMemory.of(folder), lanes);
        Path file = Files.writeString(folder.resolve("screen.csv"), "0,0.5\n255,400\n");
        Monitor monitor = onFx(() -> Monitor.all().getFirst());
        MonitorsView view = onFx(() -> {
            MonitorsView made = new MonitorsView(curves, words, window -> Optional.of(file));
            Stage stage = new Stage();
            stage.setScene(new Scene(made, 500, 300));
            stage.show();
            return made;
        });
        List<Button> buttons = onFx(
                () -> view.lookupAll(".button").stream().map(Button.class::cast).toList());
        Label state = onFx(() -> (Label) view.lookupAll(".label").stream()
                .filter(node -> ("monitor-state-" + monitor.id()).equals(node.getId()))
                .findFirst()
                .orElseThrow());
        assertTrue(onFx(() -> buttons.get(1).isDisabled()));
        onFx(() -> {
            buttons.getFirst().fire();
            return true;
        });
        until("the curve is named", () -> state.getText().contains("by screen.csv, 0.50 to 400"));
        Files.writeString(file, "0,400\n255,0.5\n");
        onFx(() -> {
            buttons.getFirst().fire();
            return true;
        });
        until(
                "it is refused",
                () -> state.getText().contains("no rising curve")
                        && state.getStyleClass().contains("attention"));
        onFx(() -> {
            buttons.get(1).fire();
            return true;
        });
        assertEquals(words.get("desktop.monitor.none"), onFx(state::getText));
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    private static void until(String what, Callable<Boolean> seen) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(seen));
    }
}
