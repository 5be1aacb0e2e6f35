package org.readingroom.desktop.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.readingroom.assets.StyleSheets;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.render.GpuSource;
import org.readingroom.viewer.render.PngWriter;
import org.readingroom.viewer.task.LaneRunner;

/// A real desk in a real window, for tests that look at it.
final class DeskStage implements AutoCloseable {
    private static boolean started;

    final LaneRunner lanes = new LaneRunner(new FxLane());
    final ReadingDeskModel desk;
    final PictureMaker maker;
    final ReadingDeskView view;
    final Stage stage;
    final Words words;

    DeskStage(GpuSource gpu, Locale locale, int width, int height) throws Exception {
        start();
        maker = new PictureMaker(lanes, gpu);
        words = onFx(() -> new Words(locale));
        desk = onFx(() -> new ReadingDeskModel(lanes));
        view = onFx(() -> new ReadingDeskView(desk, maker, words));
        stage = onFx(() -> {
            Stage made = new Stage();
            Scene scene = new Scene(view, width, height);
            Theme.dress(scene);
            scene.getStylesheets().setAll(StyleSheets.named("base", "shell", "desk"));
            made.setScene(scene);
            made.show();
            return made;
        });
    }

    private static synchronized void start() throws InterruptedException {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyUp) {
            up.countDown();
        }
        up.await(30, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
        onFx(() -> {
            Theme.install();
            return true;
        });
        started = true;
    }

    static <T> T onFx(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void onFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /// Waits until `fact` holds on FX, asked once per pulse.
    static void until(String what, BooleanSupplier fact) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (!met.isDone() && fact.getAsBoolean()) {
                    met.complete(true);
                }
            }
        };
        onFx(timer::start);
        try {
            met.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("waited in vain until " + what, e);
        } finally {
            onFx(timer::stop);
        }
    }

    /// Waits until every view of the layout shows a finished picture.
    void settle() {
        until("all views show pictures", () -> {
            List<ViewportNode> nodes = view.viewNodes();
            for (int i = 0; i < desk.layoutProperty().get().views(); i++) {
                if (desk.views().get(i).setProperty().get() != null
                        && (!nodes.get(i).hasPicture() || !nodes.get(i).isAtRest())) {
                    return false;
                }
            }
            return true;
        });
        onFx(() -> {});
    }

    /// The left button held from one point of a view to another, in steps as a hand makes them.
    static void drag(Robot robot, ViewportNode node, double x1, double y1, double x2, double y2) {
        Point2D from = onFx(() -> node.localToScreen(x1, y1));
        Point2D to = onFx(() -> node.localToScreen(x2, y2));
        onFx(() -> {
            robot.mouseMove(from);
            robot.mousePress(MouseButton.PRIMARY);
        });
        for (int step = 1; step <= 8; step++) {
            double part = step / 8.0;
            onFx(() -> robot.mouseMove(from.interpolate(to, part)));
        }
        onFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
        onFx(() -> {});
    }

    WritableImage snapshot() {
        return onFx(() -> stage.getScene().snapshot(null));
    }

    void save(Path file) throws IOException {
        WritableImage image = snapshot();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = image.getPixelReader().getArgb(x, y);
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.write(argb, width, height, out);
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            desk.close();
            stage.hide();
            view.dispose();
        });
        maker.close();
        lanes.close();
    }
}
