package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.desk.ViewPane;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.monitor.MonitorSet;
import org.readingroom.desktop.monitor.WindowPlace;
import org.readingroom.desktop.shell.ShellViewModel;

/// The further windows over which the views of the desk are spread, and where they stand on which screens.
///
/// **Thread:** FX.
// [impl->req~desk.windows~1]
final class WindowsPlace implements AutoCloseable {
    /// chosen: with the main window as many as a layout has columns.
    private static final int MOST = 4;

    private record Further(SideWindow window, ViewPane pane, Subscription led) {}

    private final Surroundings around;
    private final Stage main;
    private final ReadPlace read;
    private final ShellViewModel model;
    private final MonitorPlace monitors;
    private final CommandRegistry commands;
    private final SideMemory memory;
    private final PanesPlace panes;
    private final List<Further> further = new ArrayList<>();
    private final InvalidationListener screens = o -> screensChanged();

    WindowsPlace(
            Surroundings around,
            Stage main,
            ReadPlace read,
            ShellViewModel model,
            MonitorPlace monitors,
            CommandRegistry commands,
            SideMemory memory,
            PanesPlace panes) {
        this.around = around;
        this.main = main;
        this.read = read;
        this.model = model;
        this.monitors = monitors;
        this.commands = commands;
        this.memory = memory;
        this.panes = panes;
        CommandList list = new CommandList(commands);
        list.add("window.new", Shortcuts.ctrl(KeyCode.M), this::another);
        list.add(
                "window.next-monitor",
                Shortcuts.key(KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                this::toNextMonitor);
        list.add("window.close", null, this::closeLast);
        list.add("window.full-screen", Shortcuts.key(KeyCode.F11), () -> {
            Stage here = focused();
            here.setFullScreen(!here.isFullScreen());
        });
        Screen.getScreens().addListener(screens);
    }

    /// Opens what was open on these screens.
    void restore() {
        memory.places(MonitorSet.now()).forEach(this::open);
        panes.restore();
    }

    /// The further windows, in the order of their views.
    List<Stage> stages() {
        return further.stream().map(one -> one.window().stage()).toList();
    }

    /// Every window but the main one.
    List<Stage> all() {
        return Stream.concat(stages().stream(), panes.stages().stream()).toList();
    }

    private void another() {
        if (further.size() >= MOST) {
            around.status().say(Tone.PLAIN, around.words().get("desktop.window.most", MOST + 1));
            return;
        }
        List<WindowPlace> taken = new ArrayList<>(List.of(WindowPlace.of(main)));
        stages().forEach(stage -> taken.add(WindowPlace.of(stage)));
        open(MonitorSet.now().free(taken));
        keep();
    }

    private void open(WindowPlace place) {
        ViewPane pane = read.deskView().addPane();
        SideWindow[] made = new SideWindow[1];
        made[0] = new SideWindow(pane, "desktop.window.images", model, commands, around.words(), () -> close(made[0]));
        Stage stage = made[0].stage();
        // as in the main window the desk is asked before the commands
        pane.addEventHandler(KeyEvent.KEY_PRESSED, read.deskView()::key);
        made[0].show(MonitorSet.now().seen(place));
        Subscription led = monitors.lead(stage, () -> read.deskView().redraw(pane));
        further.add(new Further(made[0], pane, led));
        InvalidationListener moved = o -> {
            if (stages().contains(stage)) {
                keep();
            }
        };
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
    }

    private void close(SideWindow window) {
        further.stream().filter(one -> one.window().equals(window)).findFirst().ifPresent(one -> {
            further.remove(one);
            putAway(one);
            keep();
            main.requestFocus();
        });
    }

    private void closeLast() {
        if (!further.isEmpty()) {
            close(further.getLast().window());
        }
    }

    private void putAway(Further one) {
        one.led().unsubscribe();
        read.deskView().remove(one.pane());
        one.window().close();
    }

    private Stage focused() {
        return all().stream().filter(Stage::isFocused).findFirst().orElse(main);
    }

    private void toNextMonitor() {
        MonitorSet set = MonitorSet.now();
        if (set.monitors().size() < 2) {
            around.status().say(Tone.PLAIN, around.words().get("desktop.window.one-monitor"));
            return;
        }
        Stage stage = focused();
        boolean isMaximized = stage.isMaximized();
        stage.setMaximized(false);
        set.onNext(WindowPlace.of(stage)).give(stage);
        stage.setMaximized(isMaximized);
    }

    /// A screen went or came: windows go where they stood on these screens, and those out of sight come back.
    private void screensChanged() {
        MonitorSet set = MonitorSet.now();
        List<WindowPlace> known = memory.places(set);
        for (int i = 0; i < further.size(); i++) {
            Stage stage = further.get(i).window().stage();
            WindowPlace wanted = i < known.size() ? known.get(i) : WindowPlace.of(stage);
            set.seen(wanted).give(stage);
        }
        panes.seen();
        if (!main.isMaximized()) {
            set.seen(WindowPlace.of(main)).give(main);
        }
    }

    private void keep() {
        memory.keep(MonitorSet.now(), stages().stream().map(WindowPlace::of).toList());
    }

    /// Hides what every window shows, or shows it again.
    // [impl->req~desk.windows-locked~1]
    void cover(boolean isLocked) {
        further.forEach(one -> one.window().cover(isLocked));
        panes.cover(isLocked);
    }

    @Override
    public void close() {
        Screen.getScreens().removeListener(screens);
        List<Further> open = List.copyOf(further);
        // gone first: what closing does to a window is not to be remembered
        further.clear();
        open.forEach(this::putAway);
        panes.close();
    }
}
