package org.readingroom.desktop.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Counts the work it passes on, so that nobody leaves before what was written is kept.
///
/// **Thread:** any.
public final class CountingRunner implements TaskRunner {
    private final TaskRunner runner;
    private final AtomicInteger running = new AtomicInteger();

    public CountingRunner(TaskRunner runner) {
        this.runner = runner;
    }

    /// True when everything started has ended and told so.
    public boolean isIdle() {
        return running.get() == 0;
    }

    @Override
    public <T> Handle start(
            Lane lane, Priority priority, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Counted counted = new Counted();
        Handle handle = runner.start(
                lane,
                priority,
                work,
                result -> {
                    counted.end();
                    done.accept(result);
                },
                fault -> {
                    counted.end();
                    failed.accept(fault);
                });
        return () -> {
            handle.cancel();
            counted.end();
        };
    }

    @Override
    public Handle start(Lane lane, Priority priority, Runnable work) {
        Counted counted = new Counted();
        Handle handle = runner.start(lane, priority, () -> {
            try {
                work.run();
            } finally {
                counted.end();
            }
        });
        return () -> {
            handle.cancel();
            counted.end();
        };
    }

    /// One piece of work; it ends once, however often that is said.
    private final class Counted {
        private final AtomicInteger open = new AtomicInteger(1);

        Counted() {
            running.incrementAndGet();
        }

        void end() {
            if (open.getAndSet(0) == 1) {
                running.decrementAndGet();
            }
        }
    }
}
