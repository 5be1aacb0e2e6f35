package org.readingroom.desktop.tools;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.AnnotationJson;
import org.testfx.api.FxToolkit;

/// What 2,000 marks in a study cost, 200 of them on the picture: printed, not judged.
///
/// **Budget:** 4 ms for the overlay of one view, 16 ms for one step of a drag in four views.
@Tag("soak")
class MarksBenchmark {
    private static final int STEPS = 200;
    private final CrowdedStudy study = new CrowdedStudy();

    @Test
    void marksOfACrowdedStudy() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            Words words = new Words(Locale.ENGLISH);
            ToolOverlay overlay = new ToolOverlay(study.marks, new MarkActions(study.marks, words, text -> {}), words);
            ViewContext crowded = study.view(CrowdedStudy.CROWDED);
            ViewContext quiet = study.view(CrowdedStudy.CROWDED + 1);
            Canvas canvas = new Canvas(StackView.SIZE, StackView.SIZE);
            Runnable paint = () -> {
                canvas.getGraphicsContext2D().clearRect(0, 0, StackView.SIZE, StackView.SIZE);
                overlay.paint(canvas.getGraphicsContext2D(), crowded);
            };
            for (int pass = 0; pass < 2; pass++) {
                tell("overlay, crowded slice", paint, canvas);
                tell("overlay, quiet slice", () -> overlay.paint(canvas.getGraphicsContext2D(), quiet), canvas);
                Drag drag = new Drag(overlay, crowded);
                tell(
                        "drag step, one view",
                        () -> {
                            drag.step();
                            paint.run();
                        },
                        canvas);
                tell(
                        "drag step, four views",
                        () -> {
                            drag.step();
                            for (int view = 0; view < 4; view++) {
                                paint.run();
                            }
                        },
                        canvas);
                drag.end();
                tell("json", () -> AnnotationJson.write(study.stored), canvas);
                long begun = System.nanoTime();
                for (int i = 0; i < 20; i++) {
                    paint.run();
                    canvas.snapshot(null, null);
                }
                System.out.printf("%-24s %8.2f ms each%n", "painted and rendered", (System.nanoTime() - begun) / 2e7);
            }
            return true;
        });
    }

    /// The first mark of the crowded slice, held by its first handle.
    private final class Drag {
        private final ViewContext view;
        private final MarkGestures gestures = new MarkGestures(study.marks, new EdgeSnap());
        private final ScreenPoint handle;
        private int steps;

        Drag(ToolOverlay overlay, ViewContext view) {
            this.view = view;
            MarkScene scene = overlay.scene(view);
            handle = scene.items().getFirst().shape().handles().getFirst();
            gestures.press(handle, new MarkSpace(view), scene, false);
        }

        void step() {
            steps++;
            gestures.follow(handle.plus(steps % 40, steps % 17), new MarkSpace(view), false);
        }

        void end() {
            gestures.cancel();
        }
    }

    private static void tell(String what, Runnable work, Canvas canvas) {
        double[] ms = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            if (i % 20 == 0) {
                canvas.snapshot(null, null);
            }
            long begun = System.nanoTime();
            work.run();
            ms[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf("%-24s %8.2f ms median, %8.2f least%n", what, ms[STEPS / 2], ms[0]);
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(300, TimeUnit.SECONDS);
    }
}
