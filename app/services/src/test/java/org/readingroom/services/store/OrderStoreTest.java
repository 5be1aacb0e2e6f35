package org.readingroom.services.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.testing.Orders;
import org.readingroom.viewer.model.WorkstationException;

// [utest->req~orders.kept~1]
class OrderStoreTest {
    private static final Order.Reader LI = new Order.Reader("Practitioner/li", "Li Wei");

    @TempDir
    private Path folder;

    private final Seal seal = new EnvelopeSeal(DataKey.random(new SecureRandom()), new SecureRandom());
    private Database index;
    private OrderStore store;

    @BeforeEach
    void open() throws WorkstationException {
        index = Database.open(
                folder.resolve("index.db"), Database.Durability.REBUILDABLE, IndexSchema.SCHEMA, WriteProbe.NONE);
        store = OrderStore.open(index, seal);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static OrderChanges changes(String cursor, boolean isWhole, Order... orders) {
        return new OrderChanges(List.of(orders), List.of(), cursor, isWhole);
    }

    private Set<String> ids() {
        return store.orders().stream().map(Order::id).collect(Collectors.toSet());
    }

    @Test
    void ordersAndTheirCursorAreThereAfterARestartAndSealedOnTheDisk() throws Exception {
        Order claimed = Orders.of("b", "4", 2, OrderState.CLAIMED, LI, null);
        assertTrue(store.take(changes("c1", true, Orders.waiting("a", 1), claimed)));
        index.close();
        open();
        assertEquals("c1", store.cursor());
        assertEquals(Orders.waiting("a", 1), store.order("a").orElseThrow());
        assertEquals(claimed, store.order("b").orElseThrow());
        index.close();
        String raw = Files.readString(folder.resolve("index.db"), StandardCharsets.ISO_8859_1);
        for (String secret : List.of("Wang", "DEMO-1", "CHEST", "Practitioner/li", "ACC-DEMO")) {
            assertFalse(raw.contains(secret), secret);
        }
    }

    @Test
    void whatIsGoneIsForgottenAndAWholeAnswerForgetsTheRest() throws Exception {
        store.take(changes("c1", true, Orders.waiting("a", 1), Orders.waiting("b", 2), Orders.waiting("c", 3)));
        store.take(new OrderChanges(List.of(), List.of("b", "never"), "c2", false));
        assertEquals(Set.of("a", "c"), ids());
        store.take(changes("c3", true, Orders.waiting("c", 3), Orders.waiting("d", 4)));
        assertEquals(Set.of("c", "d"), ids());
        assertFalse(store.take(changes("c4", true, Orders.waiting("c", 3), Orders.waiting("d", 4))), "nothing new");
        assertEquals("c4", store.cursor());
    }

    @Test
    void anAnswerFromBeforeAClaimDoesNotUndoIt() throws Exception {
        store.take(changes("c1", true, Orders.waiting("a", 1)));
        Order claimed = Orders.of("a", "10", 1, OrderState.CLAIMED, LI, Instant.parse("2026-03-01T00:20:00Z"));
        store.put(claimed);
        store.take(changes("c2", false, Orders.of("a", "9", 1, OrderState.WAITING, null, null)));
        assertEquals(claimed, store.order("a").orElseThrow());
        assertEquals("c2", store.cursor());
    }

    @Test
    void whatWasClosedAMonthAgoIsForgottenAndWhatIsOpenNever() throws Exception {
        Instant now = Instant.parse("2026-03-01T00:20:00Z");
        Instant then = now.minusSeconds(31L * 86_400);
        store.take(changes(
                "c1",
                true,
                Orders.of("new", "1", 1, OrderState.COMPLETED, null, now),
                Orders.of("old", "1", 2, OrderState.COMPLETED, null, then),
                Orders.of("open", "1", 3, OrderState.WAITING, null, then)));
        store = OrderStore.open(index, seal);
        assertEquals(Set.of("new", "open"), ids());
        assertEquals("c1", store.cursor());
    }

    @Test
    void aDamagedRowIsForgottenWithTheCursorSoThatEverythingIsAskedForAgain() throws Exception {
        store.take(changes("c1", true, Orders.waiting("a", 1), Orders.waiting("b", 2)));
        byte[] key = seal.reference("hospital_order", "a");
        index.write(t -> t.update("UPDATE hospital_order SET body = x'00' WHERE key = ?", key));
        store = OrderStore.open(index, seal);
        assertEquals(Set.of("b"), ids());
        assertEquals("", store.cursor());
        store.take(changes("c2", true, Orders.waiting("a", 1), Orders.waiting("b", 2)));
        store = OrderStore.open(index, seal);
        assertEquals("c2", store.cursor());
        assertEquals(Set.of("a", "b"), ids());
    }
}
