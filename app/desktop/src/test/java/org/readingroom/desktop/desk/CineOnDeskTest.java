package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.FrameUnavailableException;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.SharedData;
import org.readingroom.viewer.testing.TestFrames;

/// Real cines in a real window.
@Tag("ui")
class CineOnDeskTest {
    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null,
                "skipped: there is no display");
    }

    // [utest->req~desk.cine~1]
    @ParameterizedTest
    @ValueSource(strings = {"modality/xa-cine-96f-jpeg.dcm", "codec/video/us-cine-h264.dcm"})
    void framesFollowEachOtherWithoutAGapAndTheCornerSaysHowFast(String name) throws Exception {
        FolderStudy study = FolderStudy.of(SharedData.path(name));
        try (DeskStage stage = new DeskStage(CineOnDeskTest::noCard, Locale.ENGLISH, 1000, 800)) {
            DeskStage.onFx(() -> stage.desk.open(study.sets(), study));
            stage.settle();
            ViewportModel view = stage.desk.activeProperty().get();
            int count = view.count();
            AtomicReference<Integer> last = new AtomicReference<>(view.index());
            AtomicReference<String> gap = new AtomicReference<>("");
            int[] shown = {0};
            DeskStage.onFx(() -> {
                stage.desk.onPictureShownProperty().set(() -> {
                    FrameRef ref = stage.view
                            .activeNode()
                            .context()
                            .orElseThrow()
                            .frame()
                            .orElseThrow()
                            .ref();
                    int index = indexOf(view, ref);
                    // the picture on the screen is that of the position, and the one after the last
                    if (index != view.index() || index != last.get() && index != (last.get() + 1) % count) {
                        gap.set(last.get() + " then " + index + " at " + view.index());
                    }
                    shown[0] += index == last.get() ? 0 : 1;
                    last.set(index);
                });
                view.cine().toggle();
            });
            DeskStage.until("forty frames were shown", () -> shown[0] >= 40);
            stage.save(Path.of("target", "desk", "cine-" + Path.of(name).getFileName() + ".png"));
            assertEquals("", gap.get());
            Cine.Told told = DeskStage.onFx(() -> view.cine().told().orElseThrow());
            assertTrue(told.reached() > 0, told.toString());
            assertTrue(told.reached() < told.wanted() * 1.2, told.toString());
            assertEquals(0, told.passed());
        }
    }

    /// One frame is held back by the loader, one cannot be read; a blank view is no sign of either.
    // [utest->req~desk.cine-in-step~1]
    @Test
    void aPictureOnItsWayIsWaitedForAndABrokenOneIsNot() throws Exception {
        TestFrames frames = new TestFrames(6, p -> 0);
        FrameRef slow = frames.set().frames().get(2).ref();
        FrameRef broken = frames.set().frames().get(4).ref();
        CountDownLatch sent = new CountDownLatch(1);
        FrameLoader loader = (ref, priority) -> {
            if (ref.equals(broken)) {
                throw new FrameUnavailableException("services.frame.missing", "gone", null);
            }
            if (ref.equals(slow)) {
                try {
                    sent.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new FrameUnavailableException("services.frame.missing", "given up", e);
                }
            }
            return frames.load(ref, priority);
        };
        try (DeskStage stage = new DeskStage(CineOnDeskTest::noCard, Locale.ENGLISH, 600, 500)) {
            ViewportNode node = DeskStage.onFx(() -> stage.view.activeNode());
            DeskStage.until("an empty view holds nobody up", () -> CineClock.isSettled(node));
            DeskStage.onFx(() -> {
                stage.desk.open(List.of(frames.set()), loader);
                node.model().goTo(2);
            });
            DeskStage.until("the view is blank", () -> node.isAtRest() && !node.hasPicture());
            assertFalse(DeskStage.onFx(() -> CineClock.isSettled(node)), "its picture is on its way");
            sent.countDown();
            DeskStage.until("it came", () -> CineClock.isSettled(node));
            assertTrue(DeskStage.onFx(node::hasPicture));
            DeskStage.onFx(() -> node.model().goTo(4));
            DeskStage.until("a broken one holds nobody up", () -> !node.hasPicture() && CineClock.isSettled(node));
        } finally {
            sent.countDown();
        }
    }

    private static int indexOf(ViewportModel view, FrameRef ref) {
        return view.setProperty().get().displaySet().frames().stream()
                .map(frame -> frame.ref())
                .toList()
                .indexOf(ref);
    }

    private static org.readingroom.viewer.render.Renderer noCard() throws RenderException {
        throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
    }
}
