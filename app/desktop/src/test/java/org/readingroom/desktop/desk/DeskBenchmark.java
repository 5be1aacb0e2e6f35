package org.readingroom.desktop.desk;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;

/// Pictures a second, from the wish to the picture on screen; printed, not judged.
///
/// **Budget:** 60 a second at 1024² with the processor's renderer.
@Tag("soak")
class DeskBenchmark {
    private static final int PICTURES = 200;

    @Test
    void scrollAndWindow() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Random random = new Random(1);
        TestFrames frames = new TestFrames(40, p -> random.nextInt(1000) - 500);
        try (DeskStage stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "bench", null);
                },
                Locale.ENGLISH,
                1140,
                1056)) {
            DeskStage.onFx(() -> stage.desk.open(List.of(frames.set()), frames));
            stage.settle();
            ViewportModel view = stage.desk.views().getFirst();
            ViewportNode node = stage.view.activeNode();
            System.out.printf("view of %.0f x %.0f%n", node.getWidth(), node.getHeight());
            for (int pass = 0; pass < 2; pass++) {
                run(stage, "scroll", step -> view.goTo(step % 40));
                run(stage, "window", step -> view.window(Voi.Window.linear(40, 300 + step % 50)));
            }
        }
    }

    /// Four views of a quarter of the size each: a step of the wheel draws four pictures, so that a quarter of these
    /// pictures a second is what the hand sees.
    @Test
    void scrollOfFourLinkedViews() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Random random = new Random(1);
        TestFrames frames = new TestFrames(40, p -> random.nextInt(1000) - 500);
        try (DeskStage stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "bench", null);
                },
                Locale.ENGLISH,
                1140,
                1056)) {
            DeskStage.onFx(() -> {
                stage.desk.open(List.of(frames.set(), frames.set(), frames.set(), frames.set()), frames);
                stage.desk.arrange(Layout.FOUR);
                stage.desk.links().switches().onProperty().set(true);
                stage.desk.referenceLines().toggleAll();
            });
            stage.settle();
            ViewportModel view = stage.desk.views().getFirst();
            for (int pass = 0; pass < 2; pass++) {
                int[] steps = new int[1];
                run(stage, "linked", shown -> {
                    if (shown % 4 == 0) {
                        view.goTo(++steps[0] % 40);
                    }
                });
            }
        }
    }

    private static void run(DeskStage stage, String what, java.util.function.IntConsumer change)
            throws InterruptedException {
        int[] shown = new int[1];
        CountDownLatch done = new CountDownLatch(1);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        DeskStage.onFx(() -> stage.desk.onPictureShownProperty().set(() -> {
            shown[0]++;
            if (shown[0] == PICTURES) {
                done.countDown();
            } else {
                change.accept(shown[0]);
            }
        }));
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        DeskStage.onFx(() -> change.accept(0));
        done.await(120, TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        double coreMs = (system.getProcessCpuTime() - cpu) / 1e6 / PICTURES;
        DeskStage.onFx(() -> stage.desk.onPictureShownProperty().set(null));
        System.out.printf("%-8s %6.1f pictures/s, %5.1f core-ms each%n", what, shown[0] / seconds, coreMs);
    }
}
