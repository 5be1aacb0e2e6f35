package org.readingroom.services.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the links to the hospital: notices a loss and a return, and cuts them for a drill.
///
/// What the clients tell through their [LinkWitness] counts at once; a link on which nothing happens is probed.
///
/// **Thread:** any; never blocks. Listeners are called one after the other on `io`, never on `fx`.
/// **Owner:** whoever made it closes it; nobody is told anything after that.
// [impl->req~link.noticed~1]
public final class LinkMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkMonitor.class);

    private final Map<LinkKind, LinkProbe> probes;
    private final Map<LinkKind, LinkWatch> watches = new EnumMap<>(LinkKind.class);
    private final Deque<LinkStatus> untold = new ArrayDeque<>();
    private final List<Consumer<LinkStatus>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TaskRunner runner;
    private final InstantSource clock;
    private @Nullable Handle loop;
    private boolean isClosed;

    /// A kind without a probe is not set up.
    public LinkMonitor(Map<LinkKind, LinkProbe> probes, TaskRunner runner, InstantSource clock) {
        this.probes = probes.isEmpty() ? Map.of() : new EnumMap<>(probes);
        this.runner = runner;
        this.clock = clock;
        for (LinkKind kind : LinkKind.values()) {
            watches.put(kind, new LinkWatch(kind, probes.containsKey(kind), clock.instant(), System.nanoTime()));
        }
    }

    /// Begins to watch.
    public void begin() {
        if (!probes.isEmpty()) {
            loop = runner.start(Lane.IO, Priority.ON_SCREEN, this::watch);
        }
    }

    public LinkStatus status(LinkKind kind) {
        lock.lock();
        try {
            return of(kind).status();
        } finally {
            lock.unlock();
        }
    }

    public LinkState state(LinkKind kind) {
        return status(kind).state();
    }

    /// What the clients of this server tell how their requests went.
    public LinkWitness witness(LinkKind kind) {
        return new LinkWitness() {
            @Override
            public boolean isOpen() {
                return state(kind) != LinkState.CUT;
            }

            @Override
            public void answered() {
                note(watch -> watch.answered(clock.instant(), System.nanoTime()), kind);
            }

            @Override
            public void unreachable(String messageKey) {
                note(watch -> watch.lost(messageKey, clock.instant(), System.nanoTime()), kind);
            }
        };
    }

    /// Cuts a link on purpose: no request goes out until [#mend].
    public void cut(LinkKind kind) {
        note(watch -> watch.cut(clock.instant()), kind);
    }

    /// Gives a cut link back; it is probed at once.
    public void mend(LinkKind kind) {
        note(watch -> watch.mend(clock.instant(), System.nanoTime()), kind);
    }

    /// Probes at once what is down, for a person who does not want to wait.
    public void askNow(LinkKind kind) {
        note(
                watch -> {
                    watch.hurry(System.nanoTime());
                    return false;
                },
                kind);
    }

    /// Tells `listener` of each change, on `io`, until the answer is closed.
    public Listening onChange(Consumer<LinkStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private interface Change {
        boolean apply(LinkWatch watch);
    }

    private void note(Change change, LinkKind kind) {
        lock.lock();
        try {
            LinkWatch watch = of(kind);
            if (change.apply(watch)) {
                untold.add(watch.status());
                LOG.info("link {} is now {}", kind, watch.status().state());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (true) {
                List<LinkStatus> news = step();
                if (news.isEmpty()) {
                    return;
                }
                news.forEach(this::tell);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts the probes that are due and waits for news; none means the end.
    private List<LinkStatus> step() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!isClosed) {
                if (!untold.isEmpty()) {
                    List<LinkStatus> news = List.copyOf(untold);
                    untold.clear();
                    return news;
                }
                long wait = startProbes();
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /// Returns the nanoseconds until the next one is due.
    private long startProbes() {
        long now = System.nanoTime();
        long soonest = Duration.ofMinutes(1).toNanos();
        for (Map.Entry<LinkKind, LinkWatch> each : watches.entrySet()) {
            Optional<Duration> until = each.getValue().untilProbe(now);
            if (until.isPresent() && until.get().isZero()) {
                each.getValue().probing(now);
                runner.start(Lane.IO, Priority.ON_SCREEN, () -> probe(each.getKey()));
            } else if (until.isPresent()) {
                soonest = Math.min(soonest, until.get().toNanos());
            }
        }
        return soonest;
    }

    private void probe(LinkKind kind) {
        LinkProbe.Found found = LinkProbe.Found.lost(ServerFault.UNREACHABLE);
        try {
            found = Objects.requireNonNull(probes.get(kind)).ask(LinkWatch.PATIENCE);
        } catch (RuntimeException e) {
            LOG.warn("a probe of {} failed", kind, e);
        }
        LinkProbe.Found answer = found;
        note(watch -> watch.probed(answer, clock.instant(), System.nanoTime()), kind);
    }

    private void tell(LinkStatus status) {
        for (Consumer<LinkStatus> listener : listeners) {
            try {
                listener.accept(status);
            } catch (RuntimeException e) {
                LOG.error("a listener of links failed", e);
            }
        }
    }

    private LinkWatch of(LinkKind kind) {
        return Objects.requireNonNull(watches.get(kind));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            listeners.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (loop != null) {
            loop.cancel();
        }
    }
}
