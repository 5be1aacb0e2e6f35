package org.readingroom.services.cache;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.task.Priority;

/// Lets so many callers through at once; of those who wait, the most urgent goes first, older before newer.
///
/// **Thread:** any; `enter` blocks and ends with [InterruptedException] when interrupted.
final class PriorityGate {
    /// One caller's wish to enter; it may grow more urgent while it waits.
    static final class Ticket {
        private Priority priority;
        private long number;
        private @Nullable Condition turn;

        Ticket(Priority priority) {
            this.priority = priority;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Ticket> waiting = new PriorityQueue<>(
            Comparator.comparing((Ticket ticket) -> ticket.priority).thenComparingLong(ticket -> ticket.number));
    private int free;
    private long numbers;

    PriorityGate(int places) {
        this.free = places;
    }

    /// Each ticket enters once.
    void enter(Ticket mine) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Condition turn = lock.newCondition();
            mine.number = numbers++;
            mine.turn = turn;
            waiting.add(mine);
            try {
                while (free == 0 || !mine.equals(waiting.peek())) {
                    turn.await();
                }
                free--;
            } finally {
                waiting.remove(mine);
                wakeNext();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Somebody in more of a hurry waits for the same; without effect when it is as urgent, or has entered.
    void promote(Ticket ticket, Priority priority) {
        lock.lock();
        try {
            if (priority.compareTo(ticket.priority) >= 0) {
                return;
            }
            boolean isWaiting = waiting.remove(ticket);
            ticket.priority = priority;
            if (isWaiting) {
                waiting.add(ticket);
                wakeNext();
            }
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            free++;
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    private void wakeNext() {
        Ticket next = waiting.peek();
        if (free > 0 && next != null && next.turn != null) {
            next.turn.signal();
        }
    }
}
