package org.readingroom.services.sync;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.link.Listening;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what waits in the outbox to the hospital's servers, each server on a lane of its own.
///
/// What was signed is what is sent, in the order it was signed, and once: an attempt is counted before it is made,
/// and whoever tries again looks first whether the server has it already. Nothing leaves the outbox without the
/// server's acknowledgement. One sender a session; it stops with it.
///
/// **Thread:** any but `fx` and `gl`.
// [impl->req~outbox.sent~1]
public final class OutboxSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    /// chosen: nothing planned; whoever puts something in calls, and this is for what nobody called for.
    private static final Duration LONG = Duration.ofSeconds(20);

    /// chosen: a request given up ends within its socket's reaction; longer means that it hangs.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OutboxLedger ledger;
    private final List<SenderLane> lanes = new ArrayList<>();
    private final List<Handle> handles = new ArrayList<>();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private final Outbox outbox;
    private final TaskRunner runner;
    private final Object lock = new Object();
    private long calls;
    private int running;
    private boolean closed;
    private final Runnable queued = this::wake;

    /// `couriers` by the target of an entry, such as `ris`. Entries for other targets stay where they are.
    public OutboxSender(
            Database documents,
            Seal seal,
            Outbox outbox,
            AuditTrail audit,
            Map<String, Courier> couriers,
            BackOff backOff,
            InstantSource clock,
            TaskRunner runner) {
        this.ledger = new OutboxLedger(documents, seal, audit, clock);
        this.outbox = outbox;
        this.runner = runner;
        new TreeMap<>(couriers)
                .forEach((target, courier) -> lanes.add(new SenderLane(
                        target, courier, couriers.keySet(), documents, outbox, ledger, backOff, clock, this::changed)));
    }

    /// Begins to send, each lane in the background, until closed.
    public void start() {
        synchronized (lock) {
            if (closed || !handles.isEmpty()) {
                return;
            }
            outbox.onQueued(queued);
            for (SenderLane lane : lanes) {
                handles.add(runner.start(Lane.IO, Priority.PREFETCH, () -> run(lane)));
            }
        }
    }

    /// There is something new to send.
    ///
    /// **Thread:** any; never blocks.
    public void wake() {
        synchronized (lock) {
            calls++;
            lock.notifyAll();
        }
    }

    /// The server behind `target` answers again: nothing waits out its rest any longer.
    ///
    /// **Thread:** any; never blocks.
    public void linkIsBack(String target) {
        lanes.stream()
                .filter(lane -> lane.target().equals(target) && !lane.isHeld())
                .forEach(SenderLane::free);
        wake();
    }

    /// Whether the way to `target` waits for a person.
    public boolean isHeld(String target) {
        return lanes.stream().anyMatch(lane -> lane.target().equals(target) && lane.isHeld());
    }

    /// Tries an entry again at once, and the server it goes to. False when there is nothing left to send.
    // [impl->req~outbox.resolved~1]
    public boolean retry(UUID id) throws WorkstationException {
        boolean isTried = ledger.decide(id, OutboxEntry.State.WAITING, OutboxEvent.Kind.RETRIED, "");
        lanes.forEach(SenderLane::free);
        changed(id);
        return isTried;
    }

    /// A person has seen to an entry by other means and says how; it is never sent. False when it was sent already.
    ///
    /// **Errors:** `services.outbox.reason-missing`.
    public boolean setAside(UUID id, String reason) throws WorkstationException {
        if (reason.isBlank()) {
            throw new WorkstationException("services.outbox.reason-missing", "set aside without a reason");
        }
        boolean isAside = ledger.decide(id, OutboxEntry.State.SET_ASIDE, OutboxEvent.Kind.SET_ASIDE, reason.strip());
        lanes.forEach(SenderLane::free); // it may have been the one that told of a closed door
        changed(id);
        return isAside;
    }

    /// Tells `listener` of each entry whose state or story changed, on any thread, until the answer is closed.
    public Listening onChange(Consumer<UUID> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Sends the next entry of `target` that may go; how long to wait until there may be another.
    Optional<Duration> step(String target) throws WorkstationException {
        for (SenderLane lane : lanes) {
            if (lane.target().equals(target)) {
                return lane.step();
            }
        }
        return Optional.empty();
    }

    private void run(SenderLane lane) {
        synchronized (lock) {
            running++;
        }
        try {
            while (true) {
                long seen;
                synchronized (lock) {
                    if (closed) {
                        return;
                    }
                    seen = calls;
                }
                pause(seen, look(lane));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (lock) {
                running--;
                lock.notifyAll();
            }
        }
    }

    private Duration look(SenderLane lane) {
        try {
            Duration wait = lane.step().orElse(LONG);
            lane.isSound();
            return wait.compareTo(LONG) > 0 ? LONG : wait;
        } catch (WorkstationException | RuntimeException e) {
            return isClosed() ? Duration.ZERO : lane.own(e);
        }
    }

    private void pause(long seen, Duration wait) throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        synchronized (lock) {
            while (!closed && calls == seen) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                lock.wait(left);
            }
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /// What one lane brought away may be what another waited for.
    private void changed(UUID id) {
        wake();
        for (Consumer<UUID> listener : listeners) {
            listener.accept(id);
        }
    }

    /// Gives up what is under way and waits until nothing runs: what was under way is looked for at the next start.
    @Override
    public void close() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            lock.notifyAll();
            outbox.forget(queued);
            for (int i = 0; i < handles.size(); i++) {
                lanes.get(i).giveUp(handles.get(i)::cancel);
            }
            try {
                while (running > 0 && System.nanoTime() < until) {
                    lock.wait(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (running > 0) {
                LOG.warn("{} lanes of the outbox did not end in time", running);
            }
        }
    }
}
