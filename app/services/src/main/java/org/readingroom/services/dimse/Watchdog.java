package org.readingroom.services.dimse;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Ends what takes too long: reading from a side that falls silent or drips, writing to one that does not read.
///
/// **Thread:** watches on a virtual thread of its own; any may set the time.
final class Watchdog implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Runnable bark;
    private final Handle watch;
    private boolean isSet;
    private boolean isClosed;
    private boolean barked;
    private long due;

    /// `bark` ends what is under way; it is called at most once.
    Watchdog(TaskRunner runner, Runnable bark) {
        this.bark = bark;
        this.watch = runner.start(Lane.IO, Priority.ON_SCREEN, this::watch);
    }

    /// What follows is to end within `time`.
    void within(Duration time) {
        set(true, System.nanoTime() + time.toNanos());
    }

    /// What was to end has ended.
    void rest() {
        set(false, 0);
    }

    boolean hasBarked() {
        lock.lock();
        try {
            return barked;
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean on, long when) {
        lock.lock();
        try {
            isSet = on;
            due = when;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        lock.lock();
        try {
            while (!isClosed && !barked) {
                if (!isSet) {
                    changed.await();
                } else if (changed.awaitNanos(due - System.nanoTime()) <= 0 && isSet && due - System.nanoTime() <= 0) {
                    barked = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        if (barked) {
            bark.run();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        watch.cancel();
    }
}
