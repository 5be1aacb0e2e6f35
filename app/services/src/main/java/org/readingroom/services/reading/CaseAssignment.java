package org.readingroom.services.reading;

import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.store.OrderStore;
import org.readingroom.viewer.model.WorkstationException;

/// Giving a case to a colleague, in the hospital's list.
///
/// Only a case that nobody holds, or this person does, or one who has signed it here and is done. Without the
/// hospital nothing is given: the colleague would not hear of it.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~worklist.assign~1]
public final class CaseAssignment {
    /// chosen: something else about the case may have changed once since it was seen.
    private static final int TRIES = 2;

    private final RisWorklist ris;
    private final OrderStore orders;
    private final Order.Reader me;

    public CaseAssignment(RisWorklist ris, OrderStore orders, Order.Reader me) {
        this.ris = ris;
        this.orders = orders;
        this.me = me;
    }

    /// Gives `order` to `colleague`; `handedOnBy` has signed it here and may still hold it at the hospital.
    ///
    /// **Errors:** what the hospital refused, or that it could not be asked. When it was given back first and
    /// could not be asked again, the case is free, here too.
    public ClaimAnswer assign(Order order, Order.@Nullable Reader handedOnBy, Order.Reader colleague)
            throws WorkstationException {
        Order now = order;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (isHeldBy(now, colleague)) {
                return new ClaimAnswer.Confirmed(now);
            }
            ClaimOutcome outcome = freed(now, handedOnBy);
            if (outcome instanceof ClaimOutcome.Done) {
                outcome = kept(ris.claim(outcome.order(), colleague));
                if (outcome instanceof ClaimOutcome.Done) {
                    return new ClaimAnswer.Confirmed(outcome.order());
                }
            }
            now = outcome.order();
            if (isOthers(now, handedOnBy)) {
                break;
            }
        }
        return isHeldBy(now, colleague) ? new ClaimAnswer.Confirmed(now) : new ClaimAnswer.Lost(now);
    }

    /// The case with nobody holding it, where whoever does may be asked to let go.
    private ClaimOutcome freed(Order order, Order.@Nullable Reader handedOnBy) throws WorkstationException {
        if (order.owner() == null) {
            return new ClaimOutcome.Done(order);
        }
        if (isHeldBy(order, me)) {
            return kept(ris.release(order, me));
        }
        return handedOnBy != null && isHeldBy(order, handedOnBy)
                ? kept(ris.release(order, handedOnBy))
                : new ClaimOutcome.Lost(order);
    }

    private ClaimOutcome kept(ClaimOutcome outcome) throws WorkstationException {
        orders.put(outcome.order());
        return outcome;
    }

    private boolean isOthers(Order order, Order.@Nullable Reader handedOnBy) {
        boolean isOpen = order.state() == OrderState.WAITING || order.state() == OrderState.CLAIMED;
        return !isOpen
                || order.owner() != null
                        && !isHeldBy(order, me)
                        && !(handedOnBy != null && isHeldBy(order, handedOnBy));
    }

    private static boolean isHeldBy(Order order, Order.Reader reader) {
        Order.@Nullable Reader owner = order.owner();
        return owner != null && owner.id().equals(reader.id());
    }
}
