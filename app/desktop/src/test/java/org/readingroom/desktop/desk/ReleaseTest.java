package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.TestFrames;

/// What a tool holds is let go even when the picture goes from under the hand.
@Tag("ui")
class ReleaseTest {
    @Test
    void aToolIsToldOfTheReleaseThoughItsViewShowsNothingAnyMore() throws Exception {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null,
                "skipped: there is no display");
        TestFrames frames = new TestFrames(11, p -> 100);
        List<String> told = new ArrayList<>();
        try (DeskStage stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.ENGLISH,
                600,
                500)) {
            Robot robot = DeskStage.onFx(Robot::new);
            DeskStage.onFx(() -> {
                stage.desk.setToolLayer(new ToolLayer() {
                    @Override
                    public boolean pressed(MouseEvent event, ViewContext view) {
                        told.add("pressed");
                        return true;
                    }

                    @Override
                    public boolean released(MouseEvent event, ViewContext view) {
                        told.add("released");
                        return true;
                    }
                });
                stage.desk.open(List.of(frames.set()), frames);
            });
            stage.settle();
            ViewportNode node = stage.view.viewNodes().getFirst();
            Point2D at = DeskStage.onFx(() -> node.localToScreen(200, 200));
            DeskStage.onFx(() -> {
                robot.mouseMove(at);
                robot.mousePress(MouseButton.PRIMARY);
            });
            DeskStage.until("the tool holds", () -> told.contains("pressed"));
            DeskStage.onFx(() -> node.model().show(null));
            DeskStage.until("the view is empty", () -> node.context().isEmpty());
            DeskStage.onFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
            DeskStage.until("the tool lets go", () -> told.contains("released"));
            assertEquals(List.of("pressed", "released"), DeskStage.onFx(() -> List.copyOf(told)));
        }
    }
}
