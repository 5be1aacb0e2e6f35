package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;

/// The lock on a case: the owner of its Task, written only over the version that was read.
///
/// A server answers a stale version with 409 or 412. Whether one's own writing came through when its answer did not
/// is read from the Task itself: it then has the reader as owner.
// [impl->req~ris.claim~1]
final class FhirClaims {
    /// chosen: a Task that is written by others this often while one tries is not free.
    private static final int TRIES = 4;

    private final FhirLink link;

    FhirClaims(FhirLink link) {
        this.link = link;
    }

    private record Seen(ObjectNode task, String etag, Order order) {
        boolean isHeldBy(Order.Reader reader) {
            Order.Reader owner = order.owner();
            return order.state() == OrderState.CLAIMED
                    && owner != null
                    && (owner.id().equals(reader.id())
                            || FhirReferences.of(task.path("owner")).equals(reader.id()));
        }
    }

    ClaimOutcome claim(Order order, Order.Reader reader) throws WorkstationException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Seen seen = read(order);
            if (seen.isHeldBy(reader)) {
                return new ClaimOutcome.Done(seen.order);
            }
            if (seen.order.state() != OrderState.WAITING) {
                return new ClaimOutcome.Lost(seen.order);
            }
            ObjectNode task = seen.task.deepCopy();
            state(task, "in-progress");
            task.set("owner", owner(task, reader));
            Optional<Seen> written = write(order, seen, task);
            if (written.isPresent() && written.get().isHeldBy(reader)) {
                return new ClaimOutcome.Done(written.get().order);
            }
        }
        return new ClaimOutcome.Lost(read(order).order);
    }

    ClaimOutcome release(Order order, Order.Reader reader) throws WorkstationException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Seen seen = read(order);
            if (seen.order.state() == OrderState.WAITING) {
                return new ClaimOutcome.Done(seen.order);
            }
            if (!seen.isHeldBy(reader)) {
                return new ClaimOutcome.Lost(seen.order);
            }
            ObjectNode task = seen.task.deepCopy();
            state(task, "ready");
            task.remove("owner");
            Optional<Seen> written = write(order, seen, task);
            if (written.isPresent() && written.get().order.state() == OrderState.WAITING) {
                return new ClaimOutcome.Done(written.get().order);
            }
        }
        return new ClaimOutcome.Lost(read(order).order);
    }

    /// Who has a case and whether it rests are two things: one on hold stays on hold.
    // [impl->req~report.fhir.case-told~1]
    private static void state(ObjectNode task, String status) {
        if (!task.path("status").asText().equals("on-hold")) {
            task.put("status", status);
        }
    }

    /// Nothing when somebody else wrote in between. When the answer is lost, the Task as it is now.
    private Optional<Seen> write(Order order, Seen seen, ObjectNode task) throws WorkstationException {
        try {
            link.put(task, seen.etag);
            return Optional.of(read(order));
        } catch (RisException e) {
            if (e.fault() == ServerFault.CONFLICT) {
                return Optional.empty();
            }
            if (e.fault().next() != ServerFault.Next.LATER || e.fault() == ServerFault.CUT) {
                throw e;
            }
            Seen after = read(order);
            if (after.etag.equals(seen.etag)) {
                throw e;
            }
            return Optional.of(after);
        }
    }

    private Seen read(Order order) throws WorkstationException {
        FhirLink.Answer answer = link.get("Task/" + order.id());
        if (!(answer.body() instanceof ObjectNode task)
                || !FhirReferences.ofResource(task).equals("Task/" + order.id())) {
            throw FhirLink.garbled("another resource than was asked for");
        }
        List<Order> mapped = FhirOrders.of(link, List.of(task));
        if (mapped.isEmpty()) {
            throw FhirLink.garbled("a task that is no order");
        }
        return new Seen(task, answer.etag(), mapped.getFirst());
    }

    /// A person by reference where the reader's id is one, else by number.
    private static JsonNode owner(ObjectNode task, Order.Reader reader) {
        ObjectNode owner = task.objectNode();
        String reference = FhirReferences.relative(reader.id());
        if (reference.isEmpty()) {
            owner.put("type", "Practitioner");
            owner.putObject("identifier").put("value", reader.id());
        } else {
            owner.put("reference", reference);
        }
        return owner.put("display", reader.displayName());
    }
}
