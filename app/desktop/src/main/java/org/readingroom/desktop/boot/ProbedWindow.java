package org.readingroom.desktop.boot;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.tour.Backstage;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.viewer.task.LaneRunner;

/// The program in a window on a home, played by keys and measured. For the benchmark.
///
/// **Thread:** any but FX.
final class ProbedWindow implements AutoCloseable {
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final FxLane fx = new FxLane();
    private final LaneRunner lanes = new LaneRunner(fx);
    private final AtomicLong shownAt = new AtomicLong();
    private final Desktop desktop;
    private final Puppet person;

    ProbedWindow(Path home) throws Exception {
        Stage stage = onFx(Stage::new);
        desktop = onFx(() -> {
            Theme.install();
            Desktop started = new Desktop(stage, new StartOptions(home, false, Locale.ENGLISH, null), fx, lanes);
            started.begin();
            stage.setWidth(1600);
            stage.setHeight(1000);
            return started;
        });
        person = new Puppet(stage.getScene());
    }

    Puppet person() {
        return person;
    }

    /// Signs in and waits for a list with a case chosen.
    Backstage signIn(String name, String password) throws Exception {
        until(() -> person.sees("#sign-in-name"));
        onFx(() -> {
            person.click("#sign-in-name");
            person.type(name);
            person.click("#sign-in-password");
            person.type(password);
            person.press(KeyCode.ENTER);
            return true;
        });
        until(() -> person.sees("#worklist")
                && desktop.backstage()
                        .filter(seen -> seen.worklist().selectedProperty().get() != null)
                        .isPresent());
        Backstage backstage = desktop.backstage().orElseThrow();
        onFx(() -> {
            backstage.desk().onPictureShownProperty().set(() -> shownAt.compareAndSet(0, System.nanoTime()));
            return true;
        });
        return backstage;
    }

    /// Opens the chosen case by Enter, prints what passed until its first picture was on the screen, in milliseconds
    /// of the clock and of all cores together, and goes back to the list.
    void open() throws Exception {
        // The list draws its preview first; a person who reads it gives it that long.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1500));
        long worked = cores();
        long pressed = onFx(() -> {
            shownAt.set(0);
            long now = System.nanoTime();
            person.press(KeyCode.ENTER);
            return now;
        });
        until(() -> shownAt.get() != 0);
        System.out.printf(Locale.ROOT, "%.1f %.1f%n", (shownAt.get() - pressed) / 1e6, (cores() - worked) / 1e6);
        onFx(() -> {
            desktop.putAway();
            person.press(KeyCode.DIGIT1, Puppet.Modifier.ALT);
            return true;
        });
        until(() -> person.sees("#worklist"));
    }

    private static long cores() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    void until(Callable<Boolean> seen) throws Exception {
        long begun = System.nanoTime();
        while (!onFx(seen)) {
            if (System.nanoTime() - begun > GIVE_UP_NANOS) {
                throw new IllegalStateException("the window does not come so far");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        fx.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            onFx(() -> {
                desktop.end();
                List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
                return true;
            });
        } catch (Exception e) {
            throw new IllegalStateException("the window does not close", e);
        }
    }
}
