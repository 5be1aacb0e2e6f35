package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.TestFrames;

/// The lens over a ramp: what lies at a distance from the pointer is what lay at half of it. The picture is kept in
/// `target/magnifier`.
@Tag("ui")
class MagnifierOnDeskTest {
    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
    }

    // [utest->req~desk.magnifier~1]
    @Test
    void theLensShowsTheSamePixelsTwiceAsLarge() throws Exception {
        TestFrames frames = new TestFrames(3, p -> (int) (8 * p.x() + 2 * p.y()));
        try (DeskStage stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.ENGLISH,
                900,
                800)) {
            Magnifier lens = DeskStage.onFx(() -> {
                Magnifier made = new Magnifier(stage.desk, stage.maker);
                stage.desk.setToolLayer(made);
                stage.desk.open(List.of(frames.set()), frames);
                stage.desk.activeProperty().get().window(new Voi.Window(0, 200, Voi.Function.LINEAR, ""));
                return made;
            });
            stage.settle();
            ViewportNode node = DeskStage.onFx(() -> stage.view.viewNodes().getFirst());
            Point2D at = new Point2D(node.getWidth() / 2 + 10, node.getHeight() / 2 - 20);
            WritableImage plain = DeskStage.onFx(() -> node.snapshot(null, null));
            DeskStage.onFx(() -> {
                lens.commands(stage.view.inHandProperty()).getFirst().action().run();
                move(lens, node, at);
            });
            DeskStage.until("the lens", () -> {
                WritableImage now = node.snapshot(null, null);
                return Math.abs(grey(now, at, 80, 0) - grey(plain, at, 40, 0)) <= 2
                        && grey(plain, at, 80, 0) != grey(plain, at, 40, 0);
            });
            WritableImage seen = DeskStage.onFx(() -> node.snapshot(null, null));
            for (int[] off : new int[][] {{0, 0}, {-60, 0}, {40, 40}, {0, -90}}) {
                assertEquals(grey(plain, at, off[0] / 2, off[1] / 2), grey(seen, at, off[0], off[1]), 3);
            }
            assertEquals(grey(plain, at, 150, 0), grey(seen, at, 150, 0), "outside it nothing changes");
            stage.save(Path.of("target", "magnifier", "lens.png"));
        }
    }

    private static void move(Magnifier lens, ViewportNode node, Point2D at) {
        MouseEvent event = new MouseEvent(
                node,
                node,
                MouseEvent.MOUSE_MOVED,
                at.getX(),
                at.getY(),
                0,
                0,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
        lens.moved(event, node.context().orElseThrow());
    }

    private static int grey(WritableImage image, Point2D at, int right, int down) {
        return image.getPixelReader().getArgb((int) at.getX() + right, (int) at.getY() + down) & 0xFF;
    }
}
