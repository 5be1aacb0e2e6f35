package org.readingroom.services.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A RIS in memory, of orders with versions; it fails as it is told.
///
/// **Thread:** any.
public final class TestRis implements RisWorklist {
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, RequestForm> forms = new LinkedHashMap<>();
    private @Nullable ServerFault fault;

    public synchronized TestRis put(Order order) {
        orders.put(order.id(), order);
        return this;
    }

    public synchronized TestRis put(RequestForm form) {
        forms.put(form.orderId(), form);
        return this;
    }

    public synchronized Order order(String id) {
        return Objects.requireNonNull(orders.get(id), id);
    }

    /// Every request from now on fails like this; null for none.
    public synchronized void fail(@Nullable ServerFault how) {
        fault = how;
    }

    public synchronized Optional<ServerFault> fault() {
        return Optional.ofNullable(fault);
    }

    /// Something changes about an order that is no claim.
    public synchronized void touch(String id) {
        Order order = order(id);
        orders.put(id, with(order, order.state(), order.owner()));
    }

    @Override
    public synchronized OrderChanges changes(String cursor, Progress progress) throws WorkstationException {
        answer();
        return new OrderChanges(List.copyOf(orders.values()), List.of(), "now", true);
    }

    @Override
    public synchronized ClaimOutcome claim(Order order, Order.Reader reader) throws WorkstationException {
        answer();
        Order now = order(order.id());
        boolean isOthers = now.owner() != null && !now.owner().id().equals(reader.id());
        if (isOthers || !now.version().equals(order.version())) {
            return new ClaimOutcome.Lost(now);
        }
        return done(with(now, OrderState.CLAIMED, reader));
    }

    @Override
    public synchronized ClaimOutcome release(Order order, Order.Reader reader) throws WorkstationException {
        answer();
        Order now = order(order.id());
        if (!now.version().equals(order.version()) || !reader.equals(now.owner())) {
            return new ClaimOutcome.Lost(now);
        }
        return done(with(now, OrderState.WAITING, null));
    }

    @Override
    public synchronized RequestForm request(Order order) throws WorkstationException {
        answer();
        RequestForm form = forms.get(order.id());
        if (form == null) {
            throw new RisException(ServerFault.MISSING, "", "no form", null);
        }
        return form;
    }

    private ClaimOutcome done(Order order) {
        orders.put(order.id(), order);
        return new ClaimOutcome.Done(order);
    }

    private void answer() throws RisException {
        if (fault != null) {
            throw new RisException(fault, "", "as the test wants", null);
        }
    }

    private static Order with(Order o, OrderState state, Order.@Nullable Reader owner) {
        return new Order(
                o.id(),
                String.valueOf(Integer.parseInt(o.version()) + 1),
                o.request(),
                o.accessionNumber(),
                o.study(),
                o.patient(),
                o.flags(),
                o.priority(),
                o.modality(),
                o.bodyPart(),
                o.description(),
                state,
                o.requested(),
                o.due(),
                owner);
    }
}
