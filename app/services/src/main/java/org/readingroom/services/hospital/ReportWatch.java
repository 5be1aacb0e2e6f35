package org.readingroom.services.hospital;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.IncomingReports;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the information system again and again whether reports were changed there.
///
/// **Thread:** any; never blocks. Listeners are called on `io`.
public final class ReportWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportWatch.class);

    /// chosen: a correction is seen before the next report is signed, and hundreds of desks do not burden a server.
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final IncomingReports incoming;
    private final RisReports ris;
    private final TaskRunner runner;
    private final WatchRest rest = new WatchRest();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Handle loop;
    private Set<String> waiting = Set.of();

    ReportWatch(IncomingReports incoming, RisReports ris, TaskRunner runner) {
        this.incoming = incoming;
        this.ris = ris;
        this.runner = runner;
    }

    void begin() {
        rest.hurry(); // the first question waits for nothing
        loop = runner.start(Lane.IO, Priority.PREFETCH, this::watch);
    }

    /// Asks now.
    public void hurry() {
        rest.hurry();
    }

    /// Tells `listener` when other changes wait than before, until the answer is closed.
    public Listening onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void watch() {
        try {
            while (rest.rest(EVERY)) {
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            LOG.debug("asking for changed reports was given up");
        }
    }

    private void ask() {
        try {
            incoming.poll(ris, Progress.IGNORED);
            // not how many: one that was seen to and one that is new are news
            Set<String> now = incoming.waiting();
            if (!now.equals(waiting)) {
                waiting = now;
                listeners.forEach(Runnable::run);
            }
        } catch (CancellationException e) {
            throw e;
        } catch (WorkstationException | RuntimeException e) {
            LOG.debug("changed reports are not heard: {}", e.getMessage());
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
