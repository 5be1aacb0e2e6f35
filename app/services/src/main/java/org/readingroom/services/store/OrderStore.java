package org.readingroom.services.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The orders of the hospital as they were last heard of, so that the list is there without it.
///
/// They lie sealed in `index.db` beside the cursor they go with, and are held in memory. A damaged row, or a lost
/// index, forgets the cursor too: the next question then asks for everything.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~orders.kept~1]
public final class OrderStore {
    private static final Logger LOG = LoggerFactory.getLogger(OrderStore.class);
    private static final String TABLE = "hospital_order";
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database index;
    private final Seal seal;
    private volatile Map<String, Order> orders;
    private volatile String cursor;

    private OrderStore(Database index, Seal seal, Map<String, Order> orders, String cursor) {
        this.index = index;
        this.seal = seal;
        this.orders = orders;
        this.cursor = cursor;
    }

    public static OrderStore open(Database index, Seal seal) throws WorkstationException {
        Map<String, Order> orders = new LinkedHashMap<>();
        List<byte[]> damaged = new ArrayList<>();
        for (OrderTable.Row row : index.read(OrderTable::all)) {
            try {
                Order order = OrderJson.read(seal.open(row.body(), context(row.key())));
                orders.put(order.id(), order);
            } catch (SealBrokenException | StoreException e) {
                LOG.warn("an order cannot be read and is asked for again: {}", e.getMessage());
                damaged.add(row.key());
            }
        }
        if (!damaged.isEmpty()) {
            index.write(t -> {
                for (byte[] key : damaged) {
                    OrderTable.delete(t, key);
                }
                OrderTable.saveCursor(t, "");
                return true;
            });
        }
        String cursor = index.read(OrderTable::cursor).orElse("");
        OrderStore store = new OrderStore(index, seal, orders, cursor);
        store.take(new OrderChanges(List.of(), longClosed(orders.values()), cursor, false));
        return store;
    }

    /// What is done with is kept no longer than it is of use (clause G20): until a month after it the hospital asked
    /// for
    /// something else. No clock is asked.
    private static List<String> longClosed(Collection<Order> orders) {
        Instant newest = Instant.EPOCH;
        for (Order order : orders) {
            Instant asked = order.requested();
            newest = asked != null && asked.isAfter(newest) ? asked : newest;
        }
        Instant bound = newest.minus(KEPT);
        List<String> closed = new ArrayList<>();
        for (Order order : orders) {
            Instant asked = order.requested();
            boolean isClosed = order.state() == OrderState.COMPLETED || order.state() == OrderState.CANCELLED;
            if (isClosed && asked != null && asked.isBefore(bound)) {
                closed.add(order.id());
            }
        }
        return closed;
    }

    /// As they are now; the answer does not change.
    public Collection<Order> orders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    public Optional<Order> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /// What [org.readingroom.services.ris.RisWorklist#changes] is asked with next; empty before the first time.
    public String cursor() {
        return cursor;
    }

    /// Keeps what a RIS told, with its cursor, in one transaction. Returns false when nothing is other than before.
    ///
    /// An order that is older than the one known is left out: it was on its way while a claim was made.
    public synchronized boolean take(OrderChanges changes) throws WorkstationException {
        Map<String, Order> after = new LinkedHashMap<>(orders);
        Set<String> gone = new HashSet<>(changes.gone());
        Map<String, Order> fresh = new LinkedHashMap<>();
        for (Order order : changes.orders()) {
            Order before = after.get(order.id());
            if (before == null || isNewer(order, before) && !order.equals(before)) {
                fresh.put(order.id(), order);
            }
        }
        if (changes.isWhole()) {
            Set<String> open = new HashSet<>();
            changes.orders().forEach(order -> open.add(order.id()));
            after.keySet().stream().filter(id -> !open.contains(id)).forEach(gone::add);
        }
        gone.retainAll(after.keySet());
        after.putAll(fresh);
        after.keySet().removeAll(gone);
        if (fresh.isEmpty() && gone.isEmpty() && changes.cursor().equals(cursor)) {
            return false;
        }
        index.write(t -> {
            for (Order order : fresh.values()) {
                save(t, order);
            }
            for (String id : gone) {
                OrderTable.delete(t, key(id));
            }
            OrderTable.saveCursor(t, changes.cursor());
            return true;
        });
        orders = after;
        cursor = changes.cursor();
        return !fresh.isEmpty() || !gone.isEmpty();
    }

    /// Keeps one order as a claim or release has left it.
    public synchronized void put(Order order) throws WorkstationException {
        take(new OrderChanges(List.of(order), List.of(), cursor, false));
    }

    private void save(Transaction transaction, Order order) throws StoreException {
        byte[] key = key(order.id());
        OrderTable.save(transaction, key, seal.seal(OrderJson.write(order), context(key)));
    }

    /// Versions are the server's business; where both are numbers, the smaller is the older.
    private static boolean isNewer(Order order, Order before) {
        try {
            return number(order) >= number(before);
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static long number(Order order) {
        return Long.parseLong(order.version());
    }

    private byte[] key(String id) {
        return seal.reference(TABLE, id);
    }

    private static SealContext context(byte[] key) {
        return new SealContext(TABLE, "body", HexFormat.of().formatHex(key));
    }
}
