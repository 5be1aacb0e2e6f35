package org.readingroom.viewer.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Starts work on a lane. Injected everywhere, so that tests run work step by step.
public interface TaskRunner {
    /// Runs `work` on `lane`, then hands its result or its failure to one of the two on the FX lane.
    ///
    /// Work that is cancelled before it ends calls neither.
    <T> Handle start(Lane lane, Priority priority, Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Runs `work` on `lane`; a failure is logged.
    Handle start(Lane lane, Priority priority, Runnable work);
}
