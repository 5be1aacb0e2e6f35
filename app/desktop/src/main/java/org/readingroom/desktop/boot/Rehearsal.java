package org.readingroom.desktop.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.stage.Window;
import org.readingroom.desktop.cli.CommandLineProgram;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// Starts the program once without a display and closes it, so that the JVM records which classes a start needs.
///
/// The launcher runs this after a build, with the recording of JEP 514 on; nothing of it is kept but that record.
public final class Rehearsal {
    /// chosen: the window is up within this on a slow machine; what comes later matters less.
    private static final long SHOWN_SECONDS = 8;

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("readingroom-rehearsal");
        try {
            DesktopOff off = new DesktopOff();
            CommandLineProgram.run(off, "--version");
            CommandLineProgram.run(
                    off, "studies", "--demo", "--home", home.resolve("demo").toString());
            CommandLineProgram.run(off, "pixels", home.toString());
            FxLane fx = new FxLane();
            try (LaneRunner lanes = new LaneRunner(fx)) {
                lanes.start(Lane.IO, Priority.PREFETCH, () -> {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SHOWN_SECONDS));
                    fx.execute(() -> List.copyOf(Window.getWindows()).reversed().forEach(Window::hide));
                });
                ReadingRoomApp.launch(new StartOptions(home.resolve("demo"), true, Locale.getDefault(), null));
            }
        } finally {
            delete(home);
        }
        System.exit(0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// Commands of the rehearsal open no window.
    private static final class DesktopOff implements org.readingroom.desktop.cli.DesktopWindow {
        @Override
        public void open(
                @org.jspecify.annotations.Nullable Path home,
                boolean demo,
                Locale locale,
                @org.jspecify.annotations.Nullable Path tourFolder,
                org.readingroom.services.link.@org.jspecify.annotations.Nullable HospitalSettings servers) {
            throw new IllegalStateException("a command opened the window");
        }
    }
}
