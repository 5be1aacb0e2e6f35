package org.readingroom.services.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.services.cache.PriorityGate.Ticket;
import org.readingroom.viewer.task.Priority;

// [utest->req~cache.frames~1]
class PriorityGateTest {
    /// A click on a frame that waits as a prefetch takes it to the front.
    @Test
    void aWaitingTicketThatGrowsUrgentGoesFirst() throws Exception {
        PriorityGate gate = new PriorityGate(1);
        gate.enter(new Ticket(Priority.ON_SCREEN));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Ticket prefetch = new Ticket(Priority.PREFETCH);
        Thread first = enter(gate, new Ticket(Priority.NEIGHBOUR), "neighbour", order);
        Thread second = enter(gate, prefetch, "prefetch, then clicked", order);
        gate.promote(prefetch, Priority.ON_SCREEN);
        gate.leave();
        first.join();
        second.join();
        assertEquals(List.of("prefetch, then clicked", "neighbour"), order);
    }

    private static Thread enter(PriorityGate gate, Ticket ticket, String name, List<String> order)
            throws InterruptedException {
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                gate.enter(ticket);
                order.add(name);
                gate.leave();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
