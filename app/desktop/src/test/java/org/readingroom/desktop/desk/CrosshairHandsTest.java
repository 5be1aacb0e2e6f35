package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.TestFrames;

/// A real pointer takes hold of the lines of the other views.
@Tag("ui")
// [utest->req~desk.crosshair-drag~1]
class CrosshairHandsTest {
    private DeskStage stage;
    private Robot robot;
    private ViewportNode axial;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        TestFrames frames = new TestFrames(21, p -> (int) Math.round(20 * p.x() + 10 * p.y()));
        stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.ENGLISH,
                1000,
                800);
        DeskStage.onFx(() -> {
            stage.desk.setToolLayer(new LayerStack(List.of(new CrosshairLayer(stage.desk.crosshair(), stage.words))));
            stage.desk.open(List.of(frames.set()), frames);
            stage.desk.threePlanes();
            Arrangements.toggleScene(stage.desk.views().getLast());
        });
        stage.settle();
        robot = DeskStage.onFx(Robot::new);
        axial = stage.view.viewNodes().getFirst();
        DeskStage.onFx(() -> stage.desk.crosshair().moveTo(frames.set(), middle()));
        stage.settle();
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
    }

    private Vec3 middle() {
        return axial.context().orElseThrow().viewPlane().centre();
    }

    private Vec3 placeOnScreen() {
        ViewContext context = axial.context().orElseThrow();
        return context.transform()
                .worldToScreen(
                        stage.desk.crosshair().place(context.displaySet()).orElseThrow());
    }

    @Test
    void theTurnedLineRunsThroughThePointerThatDraggedIt() {
        Vec3 place = placeOnScreen();
        ScreenLine.Ends straight = line().within(10_000, 10_000).orElseThrow();
        double before = Math.atan2(straight.y1() - place.y(), 120);
        double radius = Math.hypot(120, straight.y1() - place.y());
        double x = place.x() + radius * Math.cos(before + Math.toRadians(35));
        double y = place.y() + radius * Math.sin(before + Math.toRadians(35));
        drag(place.x() + 120, straight.y1(), x, y);
        ViewportModel coronal = stage.desk.views().get(1);
        DeskStage.until(
                "the coronal cut turned",
                () -> !coronal.stateProperty().get().turn().isNone());
        stage.settle();
        // The cut lies on its grid of steps, half a millimetre from the place at most.
        double perMm = 1 / axial.context().orElseThrow().transform().worldUnitsPerPixel();
        assertTrue(line().distance(x, y) <= perMm + 3, line().distance(x, y) + " pixels from the pointer");
    }

    /// Where the coronal cut crosses the axial view.
    private ScreenLine line() {
        return ScreenLine.of(
                        axial.context().orElseThrow().transform(),
                        stage.desk.views().get(1).plane().orElseThrow(),
                        0)
                .orElseThrow();
    }

    @Test
    void theMiddleMovesThePlaceAndAClickTakesItThere() {
        Vec3 place = placeOnScreen();
        drag(place.x() + 2, place.y() + 2, place.x() + 62, place.y() + 42);
        DeskStage.until("the place moved", () -> Math.abs(placeOnScreen().x() - place.x() - 62) < 2);
        assertEquals(place.y() + 42, placeOnScreen().y(), 2);
        drag(place.x() - 50, place.y() - 60, place.x() - 50, place.y() - 60);
        DeskStage.until(
                "the click took it there", () -> Math.abs(placeOnScreen().x() - place.x() + 50) < 2);
        assertEquals(place.y() - 60, placeOnScreen().y(), 2);
        assertNull(stage.desk.sets().getFirst().presentationProperty().get().voi(), "no drag became a window");
    }

    private void drag(double x1, double y1, double x2, double y2) {
        DeskStage.drag(robot, axial, x1, y1, x2, y2);
    }
}
