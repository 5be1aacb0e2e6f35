package org.readingroom.services.hospital;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The rest of a watch between two rounds: it ends when its time is over, when somebody hurries, and for good when the
/// watch is closed. Who hurries during a round shortens the rest after it.
///
/// **Thread:** any; only [#rest] blocks.
final class WatchRest implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean isHurried;
    private boolean isClosed;

    void hurry() {
        lock.lock();
        try {
            isHurried = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// False when the watch is closed.
    boolean rest(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            while (left > 0 && !isHurried && !isClosed) {
                left = changed.awaitNanos(left);
            }
            isHurried = false;
            return !isClosed;
        } finally {
            lock.unlock();
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
    }
}
