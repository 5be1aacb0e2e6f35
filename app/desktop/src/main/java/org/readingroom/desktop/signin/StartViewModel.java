package org.readingroom.desktop.signin;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.FxProgress;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From the program's start to an open home: asking which, making a new one, saying why one does not open.
///
/// **Thread:** FX.
public final class StartViewModel<H> {
    /// Opens or makes a home, telling how far it is.
    @FunctionalInterface
    public interface Opener<H> {
        H open(HomeChoice choice, Progress progress) throws WorkstationException;
    }

    /// Where the start is.
    public enum State {
        ASKING,
        OPENING,
        FAILED
    }

    private static final Logger LOG = LoggerFactory.getLogger(StartViewModel.class);

    private final Opener<H> opener;
    private final TaskRunner runner;
    private final Executor fx;
    private final Consumer<H> opened;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
    private final ReadOnlyObjectWrapper<@Nullable Exception> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable HomeChoice> choice = new ReadOnlyObjectWrapper<>();
    private final DoubleProperty fraction = new SimpleDoubleProperty(-1);

    public StartViewModel(Opener<H> opener, TaskRunner runner, Executor fx, Consumer<H> opened) {
        this.opener = opener;
        this.runner = runner;
        this.fx = fx;
        this.opened = opened;
    }

    public void open(HomeChoice wanted) {
        if (state.get() == State.OPENING) {
            return;
        }
        choice.set(wanted);
        fault.set(null);
        fraction.set(-1);
        state.set(State.OPENING);
        FxProgress progress = new FxProgress(fx, (done, total) -> fraction.set(total > 0 ? (double) done / total : -1));
        runner.start(Lane.IO, Priority.ON_SCREEN, () -> opener.open(wanted, progress), opened, e -> {
            LOG.warn("the home does not open: {}", e.toString(), e);
            fault.set(e);
            state.set(State.FAILED);
        });
    }

    public void again() {
        HomeChoice last = choice.get();
        if (last != null) {
            open(last);
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable HomeChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// -1 while the length is unknown.
    public DoubleProperty fractionProperty() {
        return fraction;
    }
}
