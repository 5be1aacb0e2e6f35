package org.readingroom.desktop.boot;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.monitor.MonitorSet;
import org.readingroom.desktop.monitor.WindowPlace;
import org.readingroom.desktop.shell.ShellViewModel;

/// One pane of the main window, the list or the report, that can stand in a window of its own.
///
/// **Thread:** FX.
final class DetachedPane implements AutoCloseable {
    private final String name;
    private final Stage main;
    private final ShellViewModel model;
    private final CommandRegistry commands;
    private final Words words;
    private final SideMemory memory;
    private final Supplier<Node> take;
    private final Runnable back;
    private @Nullable SideWindow window;

    /// `take` takes the pane out of the main window, `back` puts it in again.
    DetachedPane(
            String name,
            Stage main,
            ShellViewModel model,
            CommandRegistry commands,
            Words words,
            SideMemory memory,
            Supplier<Node> take,
            Runnable back) {
        this.name = name;
        this.main = main;
        this.model = model;
        this.commands = commands;
        this.words = words;
        this.memory = memory;
        this.take = take;
        this.back = back;
    }

    void restore() {
        memory.place(MonitorSet.now(), name).ifPresent(this::open);
    }

    void toggle() {
        if (window == null) {
            MonitorSet set = MonitorSet.now();
            open(memory.place(set, name).orElseGet(() -> set.onNext(WindowPlace.of(main))));
        } else {
            putBack();
        }
        keep();
    }

    private void open(WindowPlace place) {
        SideWindow made =
                new SideWindow(take.get(), "desktop.window." + name, model, commands, words, this::closedByHand);
        window = made;
        made.show(MonitorSet.now().seen(place));
        made.stage().xProperty().addListener(o -> keep());
        made.stage().yProperty().addListener(o -> keep());
        made.stage().widthProperty().addListener(o -> keep());
        made.stage().heightProperty().addListener(o -> keep());
    }

    private void closedByHand() {
        putBack();
        keep();
    }

    private void putBack() {
        SideWindow open = window;
        if (open != null) {
            window = null;
            // from one scene into the other, never without one
            back.run();
            open.close();
        }
    }

    private void keep() {
        memory.keep(MonitorSet.now(), name, window == null ? null : WindowPlace.of(window.stage()));
    }

    /// Brings the window to the front and gives it the keyboard; false while the pane is in the main window.
    boolean front() {
        if (window == null) {
            return false;
        }
        window.stage().toFront();
        window.stage().requestFocus();
        return true;
    }

    void cover(boolean isLocked) {
        if (window != null) {
            window.cover(isLocked);
        }
    }

    /// Comes back if its screen is gone.
    void seen() {
        if (window != null) {
            MonitorSet.now().seen(WindowPlace.of(window.stage())).give(window.stage());
        }
    }

    @Nullable
    Stage stage() {
        return window == null ? null : window.stage();
    }

    @Override
    public void close() {
        SideWindow open = window;
        if (open != null) {
            window = null;
            open.close();
        }
    }
}
