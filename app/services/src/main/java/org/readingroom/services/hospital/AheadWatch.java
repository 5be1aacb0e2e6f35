package org.readingroom.services.hospital;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plans what is fetched ahead: at once, every few minutes, and when [#hurry] says that there are news. News that come
/// while it plans are planned next.
///
/// **Thread:** any; never blocks.
// [impl->req~fetch.ahead-again~1]
final class AheadWatch implements AutoCloseable {
    /// Chosen: a study that is still being sent is known whole two plans after its last image.
    static final Duration EVERY = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(AheadWatch.class);

    /// Fetches ahead what there is to fetch now.
    @FunctionalInterface
    interface Plan {
        void make() throws WorkstationException;
    }

    private final Plan plan;
    private final TaskRunner runner;
    private final Duration every;
    private final WatchRest rest = new WatchRest();
    private @Nullable Handle loop;

    AheadWatch(Plan plan, TaskRunner runner, Duration every) {
        this.plan = plan;
        this.runner = runner;
        this.every = every;
    }

    void begin() {
        rest.hurry(); // the first plan is made at once
        loop = runner.start(Lane.IO, Priority.PREFETCH, this::watch);
    }

    /// Plans now: the link is back, or there are other orders.
    void hurry() {
        rest.hurry();
    }

    private void watch() {
        try {
            while (rest.rest(every)) {
                make();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            LOG.debug("planning was given up");
        }
    }

    private void make() {
        try {
            plan.make();
        } catch (WorkstationException e) {
            LOG.info("not all is fetched ahead now: {}", e.getMessage());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // one order nobody can read must not end the watch
            LOG.warn("planning what is fetched ahead failed: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        rest.close();
        if (loop != null) {
            loop.cancel();
        }
    }
}
