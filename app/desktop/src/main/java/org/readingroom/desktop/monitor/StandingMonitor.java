package org.readingroom.desktop.monitor;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The monitor on which most of the window stands.
///
/// **Thread:** FX.
public final class StandingMonitor implements AutoCloseable {
    private final Stage stage;
    private final ReadOnlyObjectWrapper<Monitor> monitor = new ReadOnlyObjectWrapper<>(Monitor.of(Screen.getPrimary()));
    private final InvalidationListener moved = o -> find();

    public StandingMonitor(Stage stage) {
        this.stage = stage;
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        Screen.getScreens().addListener(moved);
        find();
    }

    public ReadOnlyObjectProperty<Monitor> monitorProperty() {
        return monitor.getReadOnlyProperty();
    }

    private void find() {
        monitor.set(most(Monitor.all(), stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }

    /// The one of `all` that shares most with a rectangle, the first when none does.
    static Monitor most(List<Monitor> all, double x, double y, double width, double height) {
        Monitor best = all.getFirst();
        for (Monitor one : all) {
            if (one.shared(x, y, width, height) > best.shared(x, y, width, height)) {
                best = one;
            }
        }
        return best;
    }

    @Override
    public void close() {
        stage.xProperty().removeListener(moved);
        stage.yProperty().removeListener(moved);
        stage.widthProperty().removeListener(moved);
        stage.heightProperty().removeListener(moved);
        Screen.getScreens().removeListener(moved);
    }
}
