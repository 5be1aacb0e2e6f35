package org.readingroom.services.hospital;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.link.Servers;
import org.readingroom.services.reporting.OutsideReports;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisPriors;
import org.readingroom.services.store.OutsideStore;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// Asks for the earlier reports of the patients who will be read, as their priors are fetched ahead.
// [impl->req~report.outside.ahead~1]
final class OutsideAhead {
    /// chosen: a day's list of one room, as with the priors.
    private static final int MOST_CASES = 60;

    /// What one patient's answer is like says nothing of the next one's.
    private static final Set<ServerFault> OF_ONE =
            EnumSet.of(ServerFault.GARBLED, ServerFault.REFUSED, ServerFault.BROKEN, ServerFault.TOO_LARGE);

    private OutsideAhead() {}

    static OutsideReports reports(Clients clients, Servers servers, LinkWitness witness, HospitalNeeds needs)
            throws WorkstationException {
        RisPriors ris = clients.risPriors(servers, witness).orElse(null);
        OutsideStore store = new OutsideStore(needs.documents(), needs.seal(), needs.clock());
        return new OutsideReports(store, ris, needs.patients(), needs.clock());
    }

    static AheadWatch watch(OutsideReports reports, HospitalNeeds needs, TaskRunner runner) {
        return new AheadWatch(
                () -> plan(reports, needs.orders().orders(), order -> FetchParts.isMine(order, needs)),
                runner,
                AheadWatch.EVERY);
    }

    /// **Errors:** what keeps the RIS from answering anybody; the rest is asked for the next time.
    static void plan(OutsideReports reports, Collection<Order> orders, Predicate<Order> isMine)
            throws WorkstationException {
        List<Order> open = orders.stream()
                .filter(order -> order.state() == OrderState.WAITING
                        || order.state() == OrderState.CLAIMED && isMine.test(order))
                .sorted(Comparator.comparing(Order::priority))
                .limit(MOST_CASES)
                .toList();
        for (Order order : open) {
            if (reports.isDue(order.patient())) {
                try {
                    reports.ask(order.patient(), Progress.IGNORED);
                } catch (RisException e) {
                    if (!OF_ONE.contains(e.fault())) {
                        throw e;
                    }
                }
            }
        }
    }
}
