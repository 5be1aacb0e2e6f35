package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.store.OrderStore;
import org.readingroom.viewer.model.WorkstationException;

/// Taking cases and giving them back, as one person does it, with the hospital or without it.
///
/// What the hospital could not be asked is remembered while this person is signed in and asked when the link is back.
/// A case that nobody holds and that changed meanwhile is asked for once more; that of somebody else is lost.
///
/// **Thread:** any but `fx` and `gl`; blocks, one question after the other. What only looks waits for nothing.
// [impl->req~worklist.claim~1]
public final class CaseClaims {
    private enum Wish {
        CLAIM,
        RELEASE
    }

    private record Waiting(Order order, Wish wish, Order.@Nullable Reader handedOnBy) {}

    private final RisWorklist ris;
    private final OrderStore orders;
    private final Order.Reader me;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /// Held while the hospital is asked: fair, so that what was wanted last is asked last.
    private final ReentrantLock asking = new ReentrantLock(true);

    private final AtomicBoolean isConfirming = new AtomicBoolean();

    public CaseClaims(RisWorklist ris, OrderStore orders, Order.Reader me) {
        this.ris = ris;
        this.orders = orders;
        this.me = me;
    }

    public Order.Reader me() {
        return me;
    }

    /// Takes a case for this person.
    ///
    /// **Errors:** what the hospital refused; [ClaimAnswer.Unconfirmed] when it could not be asked.
    public ClaimAnswer claim(Order order) throws WorkstationException {
        return claim(order, null);
    }

    /// As [#claim(Order)], for a case that `handedOnBy` has signed here without the hospital being told so: it is
    /// given back in their name first, since their signature says that they are done.
    public ClaimAnswer claim(Order order, Order.@Nullable Reader handedOnBy) throws WorkstationException {
        return ask(order, Wish.CLAIM, handedOnBy);
    }

    /// Gives a case back, so that others may take it.
    public ClaimAnswer release(Order order) throws WorkstationException {
        return ask(order, Wish.RELEASE, null);
    }

    /// Whether the hospital has not yet been told that this person holds the case.
    public boolean isUnconfirmed(String orderId) {
        synchronized (waiting) {
            Waiting one = waiting.get(orderId);
            return one != null && one.wish() == Wish.CLAIM;
        }
    }

    /// True while the hospital has to be asked for something.
    public boolean isWaiting() {
        synchronized (waiting) {
            return !waiting.isEmpty();
        }
    }

    /// Asks for what waits; what cannot be asked still goes on waiting. Returns what was answered: nothing
    /// while another pass is under way. A person who wants something meanwhile comes between two questions.
    // [impl->req~worklist.claim-order~1]
    public List<ClaimAnswer> confirm() throws WorkstationException {
        if (!isConfirming.compareAndSet(false, true)) {
            return List.of();
        }
        try {
            List<String> open;
            synchronized (waiting) {
                open = List.copyOf(waiting.keySet());
            }
            List<ClaimAnswer> answers = new ArrayList<>();
            for (String id : open) {
                confirm(id)
                        .filter(answer -> !(answer instanceof ClaimAnswer.Unconfirmed))
                        .ifPresent(answers::add);
            }
            return answers;
        } finally {
            isConfirming.set(false);
        }
    }

    /// What is wanted of the case now; nothing when that is settled meanwhile.
    private Optional<ClaimAnswer> confirm(String id) throws WorkstationException {
        asking.lock();
        try {
            Waiting one;
            synchronized (waiting) {
                one = waiting.get(id);
            }
            if (one == null) {
                return Optional.empty();
            }
            Order now = orders.order(id).orElse(one.order());
            return Optional.of(
                    one.wish() == Wish.CLAIM && heldByOther(now) && !isHeldBy(now, one.handedOnBy())
                            ? settled(new ClaimAnswer.Lost(now))
                            : ask(now, one.wish(), one.handedOnBy()));
        } finally {
            asking.unlock();
        }
    }

    private ClaimAnswer ask(Order order, Wish wish, Order.@Nullable Reader handedOnBy) throws WorkstationException {
        asking.lock();
        try {
            ClaimOutcome outcome = tell(order, wish);
            if (wish == Wish.CLAIM
                    && handedOnBy != null
                    && outcome instanceof ClaimOutcome.Lost held
                    && isHeldBy(held.order(), handedOnBy)) {
                outcome = tell(ris.release(held.order(), handedOnBy).order(), wish);
            }
            if (outcome instanceof ClaimOutcome.Lost lost && isWorthAnother(lost.order(), wish)) {
                outcome = tell(lost.order(), wish);
            }
            orders.put(outcome.order());
            // who gives back what is not theirs any more has what they wanted
            boolean isDone = outcome instanceof ClaimOutcome.Done || wish == Wish.RELEASE && !isMine(outcome.order());
            return settled(isDone ? new ClaimAnswer.Confirmed(outcome.order()) : new ClaimAnswer.Lost(outcome.order()));
        } catch (RisException e) {
            if (e.fault().next() != ServerFault.Next.LATER) {
                forget(order.id());
                throw e;
            }
            return later(order, wish, handedOnBy);
        } finally {
            asking.unlock();
        }
    }

    private ClaimOutcome tell(Order order, Wish wish) throws WorkstationException {
        return wish == Wish.CLAIM ? ris.claim(order, me) : ris.release(order, me);
    }

    /// Something else about the case changed, and nobody else has it.
    private boolean isWorthAnother(Order now, Wish wish) {
        boolean isOpen = now.state() == OrderState.WAITING || now.state() == OrderState.CLAIMED;
        return isOpen && !heldByOther(now) && (wish == Wish.CLAIM || isMine(now));
    }

    private boolean heldByOther(Order order) {
        return order.owner() != null && !isMine(order);
    }

    private boolean isMine(Order order) {
        Order.@Nullable Reader owner = order.owner();
        return owner != null && owner.id().equals(me.id());
    }

    private static boolean isHeldBy(Order order, Order.@Nullable Reader reader) {
        Order.@Nullable Reader owner = order.owner();
        return owner != null && reader != null && owner.id().equals(reader.id());
    }

    private ClaimAnswer later(Order order, Wish wish, Order.@Nullable Reader handedOnBy) {
        synchronized (waiting) {
            waiting.put(order.id(), new Waiting(order, wish, handedOnBy));
        }
        return new ClaimAnswer.Unconfirmed(order);
    }

    private ClaimAnswer settled(ClaimAnswer answer) {
        forget(answer.order().id());
        return answer;
    }

    private void forget(String orderId) {
        synchronized (waiting) {
            waiting.remove(orderId);
        }
    }
}
