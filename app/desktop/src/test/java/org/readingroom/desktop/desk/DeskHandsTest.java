package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.WindowPresets;

/// A real pointer and real keys on a real desk.
@Tag("ui")
// [utest->req~desk.mouse~1]
// [utest->req~desk.keys~1]
class DeskHandsTest {
    private DeskStage stage;
    private ViewportModel view;
    private Robot robot;
    private TestFrames frames;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        frames = new TestFrames(21, p -> (int) Math.round(20 * p.x() + 10 * p.y()));
        stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.ENGLISH,
                900,
                700);
        DeskStage.onFx(() -> stage.desk.open(List.of(frames.set()), frames));
        stage.settle();
        view = stage.desk.views().getFirst();
        robot = DeskStage.onFx(Robot::new);
        press(MouseButton.PRIMARY, 420, 420, 420, 420);
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void wheelAndArrowsScroll() {
        int before = view.index();
        DeskStage.onFx(() -> robot.mouseWheel(1));
        DeskStage.until("the wheel scrolled", () -> view.index() != before);
        int after = view.index();
        key(KeyCode.DOWN);
        DeskStage.until("down scrolled", () -> view.index() == after + 1);
        key(KeyCode.UP);
        DeskStage.until("up scrolled back", () -> view.index() == after);
    }

    /// Beside the views stands a button that would take it.
    @Test
    void theKeyboardStaysWithTheViewsWhenTheActiveOneGoes() {
        DeskStage.onFx(() -> stage.view.toolButtons().getChildren().add(new Button("x")));
        held(KeyCode.SHIFT, KeyCode.DIGIT4);
        DeskStage.until("four views", () -> stage.desk.visible().size() == 4);
        DeskStage.onFx(() -> {
            stage.desk.activate(stage.desk.views().get(3));
            stage.desk.focusActive();
        });
        stage.settle();
        DeskStage.onFx(() -> stage.desk.arrange(Layout.ONE));
        stage.settle();
        assertTrue(DeskStage.onFx(() -> stage.view.activeNode().isFocused()));
        int before = view.index();
        key(KeyCode.DOWN);
        DeskStage.until("down scrolled", () -> view.index() == before + 1);
    }

    /// The bar may not push the report beside the desk away, and no button is lost.
    @Test
    void whatHasNoRoomOnTheBarIsBehindAnArrow() {
        DeskStage.onFx(() -> stage.stage.setWidth(420));
        DeskStage.until(
                "the arrow",
                () -> stage.view.lookup(".tool-bar-overflow-button") != null
                        && stage.view.lookup(".tool-bar-overflow-button").isVisible());
        assertTrue(stage.view.minWidth(-1) < 420, "the desk can be as narrow as that");
        DeskStage.onFx(() -> stage.stage.setWidth(1500));
        DeskStage.until(
                "no arrow",
                () -> !stage.view.lookup(".tool-bar-overflow-button").isVisible());
    }

    @Test
    void leftDragWindowsMiddlePansRightZooms() {
        assertNull(stage.desk.sets().getFirst().presentationProperty().get().voi());
        press(MouseButton.PRIMARY, 200, 200, 264, 200);
        Voi.Window window = (Voi.Window)
                stage.desk.sets().getFirst().presentationProperty().get().voi();
        assertNotNull(window);
        assertEquals(500, window.width(), 8);
        assertEquals(40, window.center(), 8);
        press(MouseButton.MIDDLE, 200, 200, 240, 190);
        ViewPresentation panned = view.presentationProperty().get();
        assertTrue(panned.panRight() > 0 && panned.panDown() < 0, panned.toString());
        press(MouseButton.SECONDARY, 300, 300, 300, 180);
        assertEquals(2, view.presentationProperty().get().zoom(), 0.1);
    }

    // [utest->req~desk.keys~1]
    @Test
    void keysGoThroughLayoutsViewsAndSets() {
        DeskStage.onFx(() -> stage.desk.add(frames.set(), frames));
        key(KeyCode.PERIOD);
        DeskStage.until(
                "the next set",
                () -> view.setProperty().get() == stage.desk.sets().get(1));
        key(KeyCode.COMMA);
        DeskStage.until(
                "the set before",
                () -> view.setProperty().get() == stage.desk.sets().get(0));
        held(KeyCode.SHIFT, KeyCode.DIGIT4);
        DeskStage.until("four views", () -> stage.desk.layoutProperty().get().equals(Layout.FOUR));
        held(KeyCode.CONTROL, KeyCode.TAB);
        DeskStage.until(
                "the second view has the keyboard",
                () -> stage.desk.activeProperty().get() == stage.desk.views().get(1)
                        && stage.view.viewNodes().get(1).isFocused());
    }

    private void held(KeyCode modifier, KeyCode code) {
        DeskStage.onFx(() -> {
            robot.keyPress(modifier);
            robot.keyType(code);
            robot.keyRelease(modifier);
        });
    }

    @Test
    void keysTurnFlipInvertPresetAndCut() {
        key(KeyCode.R);
        DeskStage.until("turned", () -> view.presentationProperty().get().turnDegrees() == 90);
        key(KeyCode.F);
        DeskStage.until("fitted", () -> view.presentationProperty().get().equals(ViewPresentation.FIT));
        key(KeyCode.H);
        DeskStage.until("mirrored", () -> view.presentationProperty().get().flippedHorizontally());
        key(KeyCode.I);
        DeskStage.until(
                "inverted",
                () -> stage.desk.sets().getFirst().presentationProperty().get().inverted());
        key(KeyCode.DIGIT1);
        DeskStage.until(
                "lung window",
                () -> WindowPresets.of("CT")
                        .getFirst()
                        .window()
                        .equals(stage.desk
                                .sets()
                                .getFirst()
                                .presentationProperty()
                                .get()
                                .voi()));
        key(KeyCode.O);
        DeskStage.until("axial", () -> view.stateProperty().get().plane() == PlaneKind.AXIAL);
        key(KeyCode.O);
        DeskStage.until("coronal", () -> view.stateProperty().get().plane() == PlaneKind.CORONAL);
        stage.settle();
        assertEquals(
                "H", stage.view.activeNode().context().orElseThrow().transform().lettersTop());
    }

    @Test
    void thePointerReadsTheValueAndLeavingForgetsIt() {
        ViewportNode node = stage.view.activeNode();
        move(node.getWidth() / 2, node.getHeight() / 2);
        DeskStage.until("a value is read", () -> view.readoutProperty().get() != null);
        assertEquals("HU", view.readoutProperty().get().unit());
        DeskStage.onFx(() -> robot.mouseMove(stage.view.localToScreen(10, 300)));
        DeskStage.until("it is forgotten", () -> view.readoutProperty().get() == null);
    }

    @Test
    void doubleClickShowsOneViewAlone() {
        DeskStage.onFx(() -> stage.desk.arrange(Layout.FOUR));
        stage.settle();
        double before = DeskStage.onFx(() -> stage.view.activeNode().getWidth());
        DeskStage.onFx(() -> {
            robot.mouseMove(stage.view.activeNode().localToScreen(100, 100));
            robot.mouseClick(MouseButton.PRIMARY);
            robot.mouseClick(MouseButton.PRIMARY);
        });
        DeskStage.until("one view", () -> stage.view.activeNode().getWidth() > before * 1.5);
        assertNotEquals(null, stage.desk.maximisedProperty().get());
    }

    private void press(MouseButton button, double x, double y, double toX, double toY) {
        move(x, y);
        DeskStage.onFx(() -> robot.mousePress(button));
        for (int step = 1; step <= 4; step++) {
            move(x + (toX - x) * step / 4, y + (toY - y) * step / 4);
        }
        DeskStage.onFx(() -> robot.mouseRelease(button));
        // What the server sends back arrives as an event of its own; two pulses take it in.
        pulses();
    }

    private void move(double x, double y) {
        DeskStage.onFx(() -> {
            Point2D at = stage.view.activeNode().localToScreen(x, y);
            robot.mouseMove(at);
        });
        pulses();
    }

    private void key(KeyCode code) {
        DeskStage.onFx(() -> {
            robot.keyPress(code);
            robot.keyRelease(code);
        });
    }

    private static void pulses() {
        int[] seen = new int[1];
        DeskStage.until("pulses went by", () -> ++seen[0] > 3);
    }
}
