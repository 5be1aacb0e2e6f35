package org.readingroom.services.remote.ups;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RequestForm.Part;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.task.Progress;

/// The worklist of a UPS-RS server: a workitem to interpret is a case, IN PROGRESS under a Transaction UID the lock.
///
/// The Transaction UID follows from workitem and reader, so that a claim whose answer was lost is recognised as one's
/// own: only who holds it may update the workitem. There is no way back to SCHEDULED (PS3.4 CC.1.1): a case is given
/// back as a new workitem, made before the old one is cancelled, so that it is never lost.
// [impl->req~ris.ups~1]
public final class UpsWorklist implements RisWorklist, AutoCloseable {
    /// **Source:** PS3.16 CID 9231, Interpretation.
    private static final String INTERPRETATION = "110005";
    private static final String CURSOR = "ups1";

    private final HttpLink http;
    private final UpsLink link;

    public UpsWorklist(HttpServer server, LinkWitness witness) {
        this(server, witness, HttpTimes.DEFAULT);
    }

    public UpsWorklist(HttpServer server, LinkWitness witness, HttpTimes times) {
        this.http = new HttpLink(server, witness, times);
        this.link = new UpsLink(http);
    }

    /// All that is open, each time: UPS-RS has no history.
    @Override
    public OrderChanges changes(String cursor, Progress progress) throws WorkstationException {
        Map<String, Order> orders = new LinkedHashMap<>();
        for (String state : List.of("SCHEDULED", "IN PROGRESS")) {
            for (UpsDataSet item : link.search(state)) {
                // A server that drops a question it does not understand answers with all it has.
                if (item.text(UpsTag.STATE).equals(state) && isToInterpret(item)) {
                    UpsOrders.of(item).ifPresent(order -> orders.put(order.id(), order));
                }
            }
            progress.at(orders.size(), Progress.UNKNOWN);
        }
        return new OrderChanges(List.copyOf(orders.values()), List.of(), CURSOR, true);
    }

    private static boolean isToInterpret(UpsDataSet item) {
        List<UpsDataSet> codes = item.items(UpsTag.WORKITEM_CODE);
        return codes.isEmpty()
                || codes.stream().anyMatch(code -> code.text(UpsTag.CODE_VALUE).equals(INTERPRETATION));
    }

    @Override
    public ClaimOutcome claim(Order order, Order.Reader reader) throws WorkstationException {
        Order now = read(order);
        if (now.state() == OrderState.COMPLETED || now.state() == OrderState.CANCELLED) {
            return new ClaimOutcome.Lost(now);
        }
        String lock = lock(order, reader);
        boolean isTaken = false;
        if (now.state() == OrderState.WAITING) {
            try {
                link.state(order.id(), "IN PROGRESS", lock);
                isTaken = true;
            } catch (RisException e) {
                // Whose it is now is asked below; what never arrived is told as it is.
                if (read(order).state() == OrderState.WAITING) {
                    throw e;
                }
            }
        }
        boolean isAnnounced = isMine(order, reader, lock);
        Order after = read(order);
        return isTaken || isAnnounced
                ? new ClaimOutcome.Done(UpsOrders.heldBy(after, reader))
                : new ClaimOutcome.Lost(after);
    }

    /// Writes the reader down as performer, which the server lets only who holds the lock.
    private boolean isMine(Order order, Order.Reader reader, String lock) throws WorkstationException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ObjectNode code = nodes.objectNode();
        UpsDataSet.with(code, UpsTag.CODE_VALUE, "SH", reader.id());
        UpsDataSet.with(code, UpsTag.CODING_SCHEME, "SH", "L");
        UpsDataSet.with(code, UpsTag.CODE_MEANING, "LO", reader.displayName());
        ObjectNode performer = UpsDataSet.withItem(nodes.objectNode(), UpsTag.PERFORMER_CODE, code);
        performer
                .putObject(UpsTag.PERFORMER_NAME)
                .put("vr", "PN")
                .putArray("Value")
                .addObject()
                .put("Alphabetic", reader.displayName());
        ObjectNode performed = UpsDataSet.withItem(nodes.objectNode(), UpsTag.ACTUAL_PERFORMERS, performer);
        try {
            link.update(order.id(), UpsDataSet.withItem(nodes.objectNode(), UpsTag.PERFORMED, performed), lock);
            return true;
        } catch (RisException e) {
            if (e.fault() == ServerFault.REFUSED
                    || e.fault() == ServerFault.CONFLICT
                    || e.fault() == ServerFault.FORBIDDEN) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public ClaimOutcome release(Order order, Order.Reader reader) throws WorkstationException {
        UpsDataSet item = link.read(order.id());
        Order now = order(item);
        if (now.state() != OrderState.CLAIMED) {
            return now.state() == OrderState.WAITING ? new ClaimOutcome.Done(now) : new ClaimOutcome.Lost(now);
        }
        String lock = lock(order, reader);
        if (!isMine(order, reader, lock)) {
            return new ClaimOutcome.Lost(now);
        }
        String again = NewUid.named("again " + order.id());
        try {
            link.create(again, again(item));
        } catch (RisException e) {
            // A try whose answer was lost has made it.
            if (e.fault() != ServerFault.CONFLICT) {
                throw e;
            }
        }
        link.state(order.id(), "CANCELED", lock);
        return new ClaimOutcome.Done(order(link.read(again)));
    }

    /// The same workitem, to be begun anew.
    private static ObjectNode again(UpsDataSet item) {
        ObjectNode again = item.node().deepCopy();
        again.remove(List.of(UpsTag.WORKITEM, UpsTag.PERFORMED, UpsTag.TRANSACTION, UpsTag.MODIFIED));
        return UpsDataSet.with(again, UpsTag.STATE, "CS", "SCHEDULED");
    }

    @Override
    public RequestForm request(Order order) throws WorkstationException {
        UpsDataSet item = link.read(order.id());
        UpsDataSet request = item.item(UpsTag.REQUEST);
        List<String> warnings = new ArrayList<>(List.of(item.text(UpsTag.MEDICAL_ALERTS), item.text(UpsTag.ALLERGIES)));
        warnings.removeIf(String::isEmpty);
        return new RequestForm(
                order.id(),
                request.text(UpsTag.REASON),
                item.text(UpsTag.HISTORY),
                item.text(UpsTag.DIAGNOSES),
                request.text(UpsTag.REQUESTING_SERVICE),
                request.name(UpsTag.REQUESTER).display(),
                item.instant(UpsTag.START),
                List.of(),
                List.of(),
                warnings,
                // A workitem carries neither.
                Set.of(Part.LABORATORY, Part.REPORTS));
    }

    private Order read(Order order) throws WorkstationException {
        return order(link.read(order.id()));
    }

    private static Order order(UpsDataSet item) throws RisException {
        return UpsOrders.of(item).orElseThrow(() -> UpsLink.garbled("a workitem without a name"));
    }

    private static String lock(Order order, Order.Reader reader) {
        return NewUid.named("claim " + order.id() + " " + reader.id());
    }

    @Override
    public void close() {
        http.close();
    }
}
