package org.readingroom.desktop.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays steps one after another on a scene and keeps a picture of each.
///
/// A step's picture is taken when what it waits for is seen and a few more frames have been laid out; a step that
/// waits too long ends the tour with its name.
///
/// **Thread:** FX.
public final class Tour {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);

    /// chosen: for a program that is stuck, not for a machine that is slow.
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private static final int SETTLED_FRAMES = 12;

    private final Scene scene;
    private final List<Step> steps;
    private final Path folder;
    private final Runnable ended;
    private final Consumer<WorkstationException> failed;
    private int at = -1;
    private int taken;
    private int seenFrames;
    private long begun;
    private final AnimationTimer clock = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick(now);
        }
    };

    /// Pictures go to `folder` as `01-name.png`.
    public Tour(Scene scene, List<Step> steps, Path folder, Runnable ended, Consumer<WorkstationException> failed) {
        this.scene = scene;
        this.steps = List.copyOf(steps);
        this.folder = folder;
        this.ended = ended;
        this.failed = failed;
    }

    public void play() {
        clock.start();
    }

    private void tick(long now) {
        if (at >= 0) {
            Step step = steps.get(at);
            if (!isSeen(step)) {
                seenFrames = 0;
                if (now - begun > PATIENCE_NANOS) {
                    stop(step, "is still not seen after three minutes", null);
                }
                return;
            }
            if (++seenFrames < SETTLED_FRAMES) {
                return;
            }
            if (step.isPictured() && !keep(step)) {
                return;
            }
        }
        at++;
        seenFrames = 0;
        begun = now;
        if (at == steps.size()) {
            clock.stop();
            ended.run();
            return;
        }
        Step next = steps.get(at);
        LOG.info("tour: {}", next.name());
        try {
            next.action().run();
        } catch (RuntimeException e) {
            stop(next, "cannot be done", e);
        }
    }

    private boolean isSeen(Step step) {
        try {
            return step.seen().getAsBoolean();
        } catch (RuntimeException e) {
            LOG.debug("tour: {} not to be judged yet: {}", step.name(), e.toString());
            return false;
        }
    }

    private boolean keep(Step step) {
        taken++;
        Path file = folder.resolve(String.format(Locale.ROOT, "%02d-%s.png", taken, step.name()));
        try {
            Files.createDirectories(folder);
            ScenePicture.write(scene, file);
            return true;
        } catch (IOException e) {
            stop(step, "has a picture that cannot be written", e);
            return false;
        }
    }

    private void stop(Step step, String what, @Nullable Exception cause) {
        clock.stop();
        at = steps.size();
        try {
            Files.createDirectories(folder);
            ScenePicture.write(scene, folder.resolve("stopped.png"));
        } catch (IOException e) {
            LOG.warn("the last picture of the tour cannot be written: {}", e.toString());
        }
        failed.accept(new WorkstationException(
                "desktop.tour.stopped", List.of(step.name()), "step " + step.name() + " " + what, cause));
    }
}
