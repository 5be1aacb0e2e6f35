package org.readingroom.desktop.boot;

import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.settings.UiScale;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.viewer.task.LaneRunner;

/// The desktop program.
public final class ReadingRoomApp extends Application {
    private static volatile StartOptions options = StartOptions.usual();

    private final FxLane fx = new FxLane();
    private final LaneRunner lanes = new LaneRunner(fx);
    private @Nullable Desktop desktop;

    /// Opens the window and returns when it is closed; may be called once in a process.
    public static void launch(StartOptions start) {
        options = start;
        UiScale.apply(WindowMemory.of(start.remembered()));
        Application.launch(ReadingRoomApp.class);
    }

    @Override
    public void start(Stage stage) {
        Theme.install();
        Desktop started = new Desktop(stage, options, fx, lanes);
        desktop = started;
        started.begin();
    }

    /// Windows go first, newest first: the toolkit breaks when it ends under an open tooltip.
    @Override
    public void stop() {
        if (desktop != null) {
            desktop.end();
        }
        List<Window> open = List.copyOf(Window.getWindows());
        open.reversed().forEach(Window::hide);
        lanes.close();
    }
}
