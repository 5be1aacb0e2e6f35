package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.FrameUnavailableException;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// Cuts show while slices arrive, on the real lanes; this thread is FX.
// [utest->req~desk.growing-volume~1]
class GrowingOnDeskTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);
    private static final int MIDDLE = 10;

    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final TestFrames frames = new TestFrames(21, p -> 100);
    private final Set<FrameRef> here = Set.of(
            frames.set().frames().getFirst().ref(),
            frames.set().frames().get(MIDDLE).ref());
    private final CountDownLatch gate = new CountDownLatch(1);
    // by name, not by order: loads run side by side, and the one on screen need not ask first
    private final FrameLoader gated = (ref, priority) -> {
        if (!here.contains(ref)) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new FrameUnavailableException("viewer.frame.failed", "given up", e);
            }
        }
        return frames.load(ref, priority);
    };

    private void until(BooleanSupplier fact) throws InterruptedException {
        while (!fact.getAsBoolean()) {
            Runnable next = fx.poll(30, TimeUnit.SECONDS);
            assertNotNull(next, "nothing came any more");
            next.run();
        }
    }

    @Test
    void aCutShowsWhatIsHereAndSaysThatItIsUnfinished() throws Exception {
        try (LaneRunner lanes = new LaneRunner(fx::add)) {
            ReadingDeskModel desk = new ReadingDeskModel(lanes);
            ViewportModel view = desk.views().getFirst();
            desk.open(List.of(frames.set()), gated);
            until(() -> view.picture(SIZE) instanceof Picture.Ready);
            view.cut(PlaneKind.CORONAL);
            until(() -> view.picture(SIZE) instanceof Picture.Ready);
            Picture.Ready unfinished = assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
            assertFalse(unfinished.view().volume().isComplete());
            assertTrue(desk.warnings(view).contains("desk.volume.arriving"));
            gate.countDown();
            until(() -> view.picture(SIZE) instanceof Picture.Ready now
                    && now.view().volume().isComplete());
            assertEquals(List.of(), desk.warnings(view));
            desk.close();
        } finally {
            gate.countDown();
        }
    }
}
