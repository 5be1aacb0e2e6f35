package org.readingroom.services.fetch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.readingroom.viewer.task.Priority;

/// Lets so many requests go out at once; the most urgent goes first, older before newer.
///
/// How many is found by [Parallelism]. A long request of less haste gives way when a more urgent one waits.
///
/// **Thread:** any; `enter` blocks and ends with [InterruptedException] when interrupted.
// [impl->req~fetch.priorities~1]
final class RequestGate {
    /// One request's place. Its priority is looked up each time, since the study may be promoted while it waits.
    static final class Ticket {
        private final Supplier<Priority> priority;
        private final long study;
        private final boolean isLong;
        private long number;
        private volatile boolean isGivingWay;

        /// `study` is the place of its study in the order in which studies were asked for.
        Ticket(Supplier<Priority> priority, long study, boolean isLong) {
            this.priority = priority;
            this.study = study;
            this.isLong = isLong;
        }

        /// Whether to stop, since somebody in more of a hurry waits.
        boolean isGivingWay() {
            return isGivingWay;
        }
    }

    private static final Comparator<Ticket> MOST_URGENT = Comparator.comparing((Ticket ticket) -> ticket.priority.get())
            .thenComparingLong(ticket -> ticket.study)
            .thenComparingLong(ticket -> ticket.number);

    private final Parallelism places;
    private final List<Ticket> waiting = new ArrayList<>();
    private final List<Ticket> running = new ArrayList<>();
    private long numbers;

    RequestGate(Parallelism places) {
        this.places = places;
    }

    synchronized void enter(Ticket mine) throws InterruptedException {
        mine.number = numbers++;
        waiting.add(mine);
        try {
            while (running.size() >= places.now() || !first().equals(Optional.of(mine))) {
                makeRoom();
                wait();
            }
            running.add(mine);
        } finally {
            waiting.remove(mine);
            notifyAll();
        }
    }

    synchronized void leave(Ticket mine) {
        running.remove(mine);
        notifyAll();
    }

    /// Somebody's priority changed.
    synchronized void reorder() {
        notifyAll();
    }

    private Optional<Ticket> first() {
        return waiting.stream().min(MOST_URGENT);
    }

    private void makeRoom() {
        Optional<Ticket> next = first();
        if (next.isEmpty() || running.stream().anyMatch(ticket -> ticket.isGivingWay)) {
            return;
        }
        running.stream()
                .filter(ticket -> ticket.isLong
                        && ticket.priority.get().compareTo(next.get().priority.get()) > 0)
                .max(MOST_URGENT)
                .ifPresent(ticket -> ticket.isGivingWay = true);
    }
}
