package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;

/// Layouts chosen and views moved with a real pointer and real keys.
@Tag("ui")
// [utest->req~desk.layouts~1]
// [utest->req~desk.exchange~1]
class LayoutHandsTest {
    private DeskStage stage;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        TestFrames frames = new TestFrames(21, p -> (int) Math.round(20 * p.x() + 10 * p.y()));
        stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.ENGLISH,
                1200,
                900);
        DeskStage.onFx(() -> stage.desk.open(List.of(frames.set(), frames.set(), frames.set()), frames));
        stage.settle();
        robot = DeskStage.onFx(Robot::new);
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void aCellOfTheGridIsTheLayout() {
        click(stage.view.lookup("#desk-layout-menu"));
        DeskStage.until("the grid is shown", () -> popup("#layout-cell-3x4") != null);
        hover(popup("#layout-cell-2x2"));
        hover(popup("#layout-cell-3x4"));
        DeskStage.until("twelve cells are lit", () -> lit() == 12);
        assertTrue(
                popup("#layout-cell-3x4")
                                .getScene()
                                .getRoot()
                                .lookupAll(".menu-item")
                                .size()
                        >= 2,
                "the tiling of images is in the menu too");
        click(popup("#layout-cell-3x4"));
        DeskStage.until("twelve views", () -> stage.desk.layoutProperty().get().equals(new Layout(3, 4)));
        DeskStage.until(
                "the views have the keyboard", () -> stage.view.activeNode().isFocused());
        stage.settle();
        List<ViewportNode> nodes = stage.view.viewNodes();
        assertEquals(12, nodes.size());
        ViewportNode last = nodes.get(11);
        ViewportNode first = nodes.getFirst();
        assertEquals(3 * first.getWidth(), last.getLayoutX() - first.getLayoutX(), 6);
        assertEquals(2 * first.getHeight(), last.getLayoutY() - first.getLayoutY(), 6);
    }

    @Test
    void arrowKeysChooseACellToo() {
        click(stage.view.lookup("#desk-layout-menu"));
        DeskStage.until("the grid is shown", () -> popup("#layout-cell-1x1") != null);
        for (KeyCode code : List.of(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER)) {
            DeskStage.onFx(() -> robot.keyType(code));
        }
        DeskStage.until("six views", () -> stage.desk.layoutProperty().get().equals(new Layout(2, 3)));
    }

    @Test
    void aViewDraggedByItsGripChangesPlaces() {
        DeskStage.onFx(() -> stage.desk.arrange(new Layout(1, 3)));
        stage.settle();
        ViewportNode first = stage.view.viewNodes().get(0);
        ViewportNode third = stage.view.viewNodes().get(2);
        DeskStage.onFx(() -> robot.mouseMove(first.localToScreen(first.getWidth() / 2, 200)));
        DeskStage.until("the grip shows", () -> grip(first) != null);
        Point2D from = centre(DeskStage.onFx(() -> grip(first)));
        Point2D to = DeskStage.onFx(() -> third.localToScreen(150, 400));
        DeskStage.onFx(() -> robot.mouseMove(from));
        DeskStage.onFx(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int step = 1; step <= 12; step++) {
            double part = step / 12.0;
            DeskStage.onFx(() -> robot.mouseMove(from.interpolate(to, part)));
            pulses();
        }
        DeskStage.onFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
        DeskStage.until("they changed places", () -> stage.view.viewNodes().get(2) == first);
        assertSame(third, stage.view.viewNodes().get(0));
        DeskStage.until("they are where they belong", () -> first.getLayoutX() > third.getLayoutX());
        assertSame(first.model(), stage.desk.activeProperty().get());
    }

    @Test
    void keysExchangeTileAndChooseManyViews() throws Exception {
        ViewportNode node = stage.view.activeNode();
        DeskStage.onFx(node::requestFocus);
        held(KeyCode.DIGIT6, KeyCode.CONTROL, KeyCode.SHIFT);
        DeskStage.until("twelve views", () -> stage.desk.layoutProperty().get().equals(new Layout(3, 4)));
        held(KeyCode.RIGHT, KeyCode.ALT);
        DeskStage.until("one to the right", () -> stage.view.viewNodes().get(1) == node);
        held(KeyCode.DOWN, KeyCode.ALT);
        DeskStage.until("and one down", () -> stage.view.viewNodes().get(5) == node && node.isFocused());
        held(KeyCode.ENTER, KeyCode.ALT);
        DeskStage.until("tiled", () -> stage.desk.tiling().isOn());
        stage.settle();
        assertTrue(
                node.model().index() == 5,
                "the sixth tile shows the sixth image, " + node.model().index());
        stage.save(Path.of("target", "layouts", "tiled.png"));
        DeskStage.onFx(() -> robot.keyType(KeyCode.DOWN));
        DeskStage.until("the next page", () -> node.model().index() == 17);
        DeskStage.onFx(() -> robot.keyType(KeyCode.ENTER));
        DeskStage.until("the tile alone", () -> stage.desk.visible().size() == 1);
        DeskStage.onFx(() -> robot.keyType(KeyCode.ENTER));
        DeskStage.until("all tiles", () -> stage.desk.visible().size() == 12);
    }

    private static Node popup(String selector) {
        for (Window window : Window.getWindows()) {
            Node found = window instanceof javafx.stage.PopupWindow && window.isShowing()
                    ? window.getScene().getRoot().lookup(selector)
                    : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static long lit() {
        Node grid = popup(".desk-layouts-grid");
        return grid == null
                ? 0
                : grid.lookupAll(".desk-layouts-cell").stream()
                        .filter(cell -> cell.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("chosen")))
                        .count();
    }

    private Node grip(ViewportNode node) {
        return stage.view.lookupAll(".desk-grip").stream()
                .filter(grip -> grip.getOpacity() > 0)
                .filter(grip ->
                        node.localToScene(node.getLayoutBounds()).contains(grip.localToScene(grip.getLayoutBounds())))
                .findFirst()
                .orElse(null);
    }

    private static Point2D centre(Node node) {
        return DeskStage.onFx(() -> node.localToScreen(
                node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY()));
    }

    private void hover(Node node) {
        Point2D at = centre(node);
        DeskStage.onFx(() -> robot.mouseMove(at));
        pulses();
    }

    private void click(Node node) {
        hover(node);
        DeskStage.onFx(() -> robot.mouseClick(MouseButton.PRIMARY));
    }

    private void held(KeyCode code, KeyCode... modifiers) {
        DeskStage.onFx(() -> {
            for (KeyCode modifier : modifiers) {
                robot.keyPress(modifier);
            }
            robot.keyType(code);
            for (KeyCode modifier : modifiers) {
                robot.keyRelease(modifier);
            }
        });
    }

    private static void pulses() {
        int[] seen = new int[1];
        DeskStage.until("pulses went by", () -> ++seen[0] > 3);
    }
}
