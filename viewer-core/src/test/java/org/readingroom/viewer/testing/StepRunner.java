package org.readingroom.viewer.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Holds started work until the test says go; everything then runs on the test's thread.
public final class StepRunner implements TaskRunner {
    private final Deque<Step> waiting = new ArrayDeque<>();

    /// Runs what waits, and what that starts, until nothing is left; returns how many tasks ran.
    public int runAll() {
        int ran = 0;
        while (runNext()) {
            ran++;
        }
        return ran;
    }

    /// Runs the oldest waiting task; false when there is none.
    public boolean runNext() {
        Step step = waiting.poll();
        if (step == null) {
            return false;
        }
        if (!step.givenUp) {
            step.body.run();
        }
        return true;
    }

    public int waiting() {
        return waiting.size();
    }

    @Override
    public <T> Handle start(
            Lane lane, Priority priority, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        return start(lane, priority, () -> {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(result);
        });
    }

    @Override
    public Handle start(Lane lane, Priority priority, Runnable work) {
        Step step = new Step(work);
        waiting.add(step);
        return step;
    }

    private static final class Step implements Handle {
        private final Runnable body;
        private boolean givenUp;

        Step(Runnable body) {
            this.body = body;
        }

        @Override
        public void cancel() {
            givenUp = true;
        }
    }
}
