package org.readingroom.services.hospital;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.Listening;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.store.OrderStore;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the information system again and again what became of the orders, and keeps it.
///
/// After a failure it waits twice as long each time, up to a bound; a server that is cut or lost is asked again as
/// soon as [#hurry] says so.
///
/// **Thread:** any; never blocks. Listeners are called one after the other on `io`.
// [impl->req~orders.watched~1]
public final class OrderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderWatch.class);
    /// chosen: an emergency shows within seconds, and hundreds of desks do not burden a server.
    static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /// Keeps which patients were merged or set apart; answers whether any is other than before.
    @FunctionalInterface
    public interface Links {
        boolean take(OrderChanges changes) throws WorkstationException;
    }

    private final RisWorklist ris;
    private final OrderStore orders;
    private final Links links;
    private final TaskRunner runner;
    private final Duration every;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final WatchRest rest = new WatchRest();
    private @Nullable Handle loop;
    private volatile @Nullable String failure;

    OrderWatch(RisWorklist ris, OrderStore orders, Links links, TaskRunner runner, Duration every) {
        this.ris = ris;
        this.orders = orders;
        this.links = links;
        this.runner = runner;
        this.every = every;
    }

    void begin() {
        rest.hurry(); // the first question waits for nothing
        loop = runner.start(Lane.IO, Priority.PREFETCH, this::watch);
    }

    /// Asks now: the link is back, or a person does not want to wait.
    public void hurry() {
        rest.hurry();
    }

    /// Why the orders are not those of now, as the key of a message; nothing while they are.
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /// Tells `listener` after each change of the orders, on `io`, until the answer is closed.
    public Listening onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void watch() {
        Duration wait = every;
        try {
            while (rest.rest(wait)) {
                wait = ask() ? every : later(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            LOG.debug("asking for orders was given up");
        }
    }

    private static Duration later(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    private boolean ask() {
        try {
            OrderChanges changes = ris.changes(orders.cursor(), Progress.IGNORED);
            boolean isNews = links.take(changes);
            isNews |= orders.take(changes);
            boolean wasFailing = failure != null;
            failure = null;
            if (isNews || wasFailing) {
                tell();
            }
            return true;
        } catch (WorkstationException e) {
            fail(e);
            return false;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // One order nobody can read must not end the watch.
            LOG.warn("asking for orders failed: {}", e.getClass().getName());
            failure = "services.server.garbled";
            return false;
        }
    }

    private void fail(WorkstationException e) {
        boolean isNew = !e.messageKey().equals(failure);
        failure = e.messageKey();
        if (isNew) {
            LOG.info("orders are not heard: {}", e instanceof RisException ris ? ris.fault() : e.getMessage());
            tell();
        }
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("a listener to the orders failed", e);
            }
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
