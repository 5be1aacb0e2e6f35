package org.readingroom.desktop.fx;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Reads at once and keeps in `ends` what is to be done on FX, to be run in any order.
public record RacingRunner(List<Runnable> ends) implements TaskRunner {
    @Override
    public <T> Handle start(
            Lane lane, Priority priority, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            T result = work.call();
            ends.add(() -> done.accept(result));
        } catch (Exception e) {
            ends.add(() -> failed.accept(e));
        }
        return () -> {};
    }

    @Override
    public Handle start(Lane lane, Priority priority, Runnable work) {
        throw new UnsupportedOperationException();
    }
}
