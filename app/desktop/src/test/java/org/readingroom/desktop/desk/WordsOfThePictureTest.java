package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.render.Renderer;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.Slab;

/// Words, numbers and marks on a view are those of the picture that is seen, however slow the next one is.
@Tag("ui")
// [utest->req~desk.views~1]
// [utest->req~desk.value-under-pointer~1]
class WordsOfThePictureTest {
    private final TestFrames frames = new TestFrames(21, p -> (int) Math.round(10 * p.z()));
    /// One permit draws one picture.
    private final Semaphore permits = new Semaphore(1_000_000);

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
    }

    private Renderer slow() {
        CpuRenderer cpu = new CpuRenderer();
        return new Renderer() {
            @Override
            public void render(ResolvedPicture picture, IntBuffer argb) {
                permits.acquireUninterruptibly();
                cpu.render(picture, argb);
            }

            @Override
            public String describe() {
                return "slow";
            }

            @Override
            public void close() {}
        };
    }

    /// What stands in the corners of the only view.
    private static List<String> words(DeskStage stage) {
        return DeskStage.onFx(() -> stage.view.activeNode().lookupAll(".desk-corner .label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private static void point(ViewportNode node, double x, double y) {
        DeskStage.onFx(() -> node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                y,
                x,
                y,
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
                null)));
    }

    @Test
    void anOldPictureKeepsItsWordsWhileTheNextIsDrawn() throws Exception {
        try (DeskStage stage = new DeskStage(this::slow, Locale.ENGLISH, 900, 700)) {
            DeskStage.onFx(() -> stage.desk.open(List.of(frames.set()), frames));
            stage.settle();
            ViewportModel model = stage.desk.views().getFirst();
            ViewportNode node = stage.view.activeNode();
            permits.drainPermits();
            DeskStage.onFx(() -> model.goTo(2));
            DeskStage.until("the third frame is being drawn", permits::hasQueuedThreads);
            DeskStage.onFx(() -> {
                model.goTo(9);
                model.presentationProperty()
                        .set(model.presentationProperty().get().withZoom(3));
            });
            permits.release();
            DeskStage.until(
                    "the third frame is seen",
                    () -> node.context()
                            .flatMap(ViewContext::frame)
                            .filter(frames.set().frames().get(2)::equals)
                            .isPresent());
            List<String> words = words(stage);
            assertTrue(words.stream().anyMatch(w -> w.endsWith("Im 3/21")), words + " on the third picture");
            assertTrue(words.contains("Zoom 100 %"), words + " on a picture that is fitted");
            permits.release(1_000_000);
            stage.settle();
            List<String> after = words(stage);
            assertTrue(after.stream().anyMatch(w -> w.endsWith("Im 10/21")), after.toString());
            assertTrue(after.contains("Zoom 300 %"), after.toString());
        }
    }

    @Test
    void aCutKeepsItsPlaneAndSlabWhileTheNextIsDrawn() throws Exception {
        try (DeskStage stage = new DeskStage(this::slow, Locale.ENGLISH, 900, 700)) {
            ViewportModel model = stage.desk.views().getFirst();
            DeskStage.onFx(() -> {
                stage.desk.open(List.of(frames.set()), frames);
                model.cut(PlaneKind.CORONAL);
            });
            stage.settle();
            ViewportNode node = stage.view.activeNode();
            DeskStage.until(
                    "the volume is whole",
                    () -> node.context().filter(c -> c.volume().isComplete()).isPresent());
            stage.settle();
            permits.drainPermits();
            DeskStage.onFx(() ->
                    model.stateProperty().set(model.stateProperty().get().thick(new Slab(5, Slab.Projection.MAXIMUM))));
            DeskStage.until("a slab is being drawn", permits::hasQueuedThreads);
            PlaneKind plane = DeskStage.onFx(() -> {
                model.cut(PlaneKind.SAGITTAL);
                return node.context().orElseThrow().plane();
            });
            assertEquals(PlaneKind.CORONAL, plane);
            assertEquals(
                    Slab.THIN, DeskStage.onFx(() -> node.context().orElseThrow().slab()));
            permits.release(1_000_000);
            stage.settle();
            assertEquals(
                    PlaneKind.SAGITTAL,
                    DeskStage.onFx(() -> node.context().orElseThrow().plane()));
        }
    }

    @Test
    void theValueUnderAPointerAtRestIsThatOfTheFrameScrolledTo() throws Exception {
        try (DeskStage stage = new DeskStage(this::slow, Locale.ENGLISH, 900, 700)) {
            DeskStage.onFx(() -> stage.desk.open(List.of(frames.set()), frames));
            stage.settle();
            ViewportModel model = stage.desk.views().getFirst();
            ViewportNode node = stage.view.activeNode();
            point(node, node.getWidth() / 2, node.getHeight() / 2);
            assertEquals(200, value(model), "the middle frame lies at 20 mm");
            DeskStage.onFx(() -> model.goTo(4));
            stage.settle();
            assertEquals(80, value(model));
        }
    }

    private static float value(ViewportModel model) {
        ViewportModel.Readout under =
                DeskStage.onFx(() -> model.readoutProperty().get());
        assertNotNull(under);
        return under.value();
    }
}
