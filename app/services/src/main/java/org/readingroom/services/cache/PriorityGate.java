package org.readingroom.services.cache;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.readingroom.viewer.task.Priority;

/// Lets so many callers through at once; of those who wait, the most urgent goes first, older before newer.
///
/// **Thread:** any; `enter` blocks and ends with [InterruptedException] when interrupted.
final class PriorityGate {
    private record Ticket(Priority priority, long number, Condition turn) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Ticket> waiting =
            new PriorityQueue<>(Comparator.comparing(Ticket::priority).thenComparingLong(Ticket::number));
    private int free;
    private long numbers;

    PriorityGate(int places) {
        this.free = places;
    }

    void enter(Priority priority) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Ticket mine = new Ticket(priority, numbers++, lock.newCondition());
            waiting.add(mine);
            try {
                while (free == 0 || !mine.equals(waiting.peek())) {
                    mine.turn.await();
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
        if (free > 0 && next != null) {
            next.turn.signal();
        }
    }
}
