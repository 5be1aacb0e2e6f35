package org.readingroom.desktop.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.stage.Window;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// Opens the window on the home given as argument, prints the milliseconds from the start of the process until it
/// showed, and closes it. For the benchmark.
public final class StartProbe {
    private static final long LOOK_EVERY_MS = 10;
    private static final long GIVE_UP_MS = 60_000;

    private StartProbe() {}

    public static void main(String[] arguments) {
        long begun = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        FxLane fx = new FxLane();
        try (LaneRunner lanes = new LaneRunner(fx)) {
            lanes.start(Lane.IO, Priority.PREFETCH, () -> {
                boolean[] shown = new boolean[1];
                while (!shown[0] && System.currentTimeMillis() - begun < GIVE_UP_MS) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
                    look(fx, begun, shown);
                }
            });
            ReadingRoomApp.launch(new StartOptions(Path.of(arguments[0]), true, Locale.getDefault(), null));
        }
        System.exit(0);
    }

    /// On the toolkit's thread, which is free only when the window has been laid out.
    private static void look(FxLane fx, long begun, boolean[] shown) {
        try {
            fx.execute(() -> {
                List<Window> open = List.copyOf(Window.getWindows());
                if (!shown[0] && open.stream().anyMatch(Window::isShowing)) {
                    shown[0] = true;
                    System.out.println(System.currentTimeMillis() - begun);
                    open.reversed().forEach(Window::hide);
                }
            });
        } catch (IllegalStateException notYetStarted) {
            // the toolkit is not up: look again
        }
    }
}
