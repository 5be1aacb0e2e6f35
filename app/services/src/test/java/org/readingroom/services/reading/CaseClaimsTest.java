package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.IndexSchema;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.Orders;
import org.readingroom.services.testing.TestRis;

class CaseClaimsTest {
    private static final Order.Reader ME = new Order.Reader("me", "我");
    private static final Order.Reader OTHER = new Order.Reader("zhao", "赵医师");

    @TempDir
    @Nullable
    Path folder;

    private final TestRis ris = new TestRis().put(Orders.waiting("t1", 1));
    private @Nullable Database index;
    private @Nullable OrderStore orders;
    private @Nullable CaseClaims claims;

    @BeforeEach
    void open() throws Exception {
        index = Database.open(
                folder.resolve("index.db"), Database.Durability.REBUILDABLE, IndexSchema.SCHEMA, WriteProbe.NONE);
        orders = OrderStore.open(index, new EnvelopeSeal(DataKey.random(new SecureRandom()), new SecureRandom()));
        orders.take(ris.changes("", org.readingroom.viewer.task.Progress.IGNORED));
        claims = new CaseClaims(ris, orders, ME);
    }

    @AfterEach
    void close() {
        index.close();
    }

    // [utest->req~worklist.claim~1]
    @Test
    void aClaimIsSeenByTheHospitalAndKeptHere() throws Exception {
        assertInstanceOf(ClaimAnswer.Confirmed.class, claims.claim(known()));
        assertEquals(ME, ris.order("t1").owner());
        assertEquals(ME, known().owner());
        assertInstanceOf(ClaimAnswer.Confirmed.class, claims.release(known()));
        assertEquals(null, ris.order("t1").owner());
        assertEquals(null, known().owner());
    }

    @Test
    void whoIsSecondIsToldWhoHasIt() throws Exception {
        Order seen = known();
        ris.claim(ris.order("t1"), OTHER);
        ClaimAnswer.Lost lost = assertInstanceOf(ClaimAnswer.Lost.class, claims.claim(seen));
        assertEquals("赵医师", lost.holder());
        assertEquals(OTHER, ris.order("t1").owner(), "nobody's lock is taken away");
        assertEquals(OTHER, known().owner());
    }

    @Test
    void aChangeThatIsNoClaimDoesNotLoseTheCase() throws Exception {
        Order seen = known();
        ris.touch("t1");
        assertInstanceOf(ClaimAnswer.Confirmed.class, claims.claim(seen));
        assertEquals(ME, ris.order("t1").owner());
    }

    @Test
    void aClaimWithoutTheHospitalIsUnconfirmedUntilTheLinkIsBack() throws Exception {
        ris.fail(ServerFault.UNREACHABLE);
        assertInstanceOf(ClaimAnswer.Unconfirmed.class, claims.claim(known()));
        assertTrue(claims.isUnconfirmed("t1"));
        assertEquals(List.of(), claims.confirm(), "still away");
        assertTrue(claims.isUnconfirmed("t1"));
        ris.fail(null);
        assertInstanceOf(ClaimAnswer.Confirmed.class, claims.confirm().getFirst());
        assertEquals(ME, ris.order("t1").owner());
        assertFalse(claims.isWaiting());
        assertEquals(List.of(), claims.confirm(), "asked once");
    }

    @Test
    void anUnconfirmedClaimIsLostToWhoWasConfirmedMeanwhile() throws Exception {
        ris.fail(ServerFault.SILENT);
        claims.claim(known());
        ris.fail(null);
        ris.claim(ris.order("t1"), OTHER);
        ClaimAnswer.Lost lost =
                assertInstanceOf(ClaimAnswer.Lost.class, claims.confirm().getFirst());
        assertEquals("赵医师", lost.holder());
        assertFalse(claims.isUnconfirmed("t1"));
        assertEquals(OTHER, ris.order("t1").owner());
    }

    /// The first question may have been heard although no answer came.
    @Test
    void aCaseGivenBackWithoutTheHospitalIsGivenBackThere() throws Exception {
        claims.claim(known());
        ris.fail(ServerFault.SILENT);
        claims.release(known());
        assertFalse(claims.isUnconfirmed("t1"));
        ris.fail(null);
        assertInstanceOf(ClaimAnswer.Confirmed.class, claims.confirm().getFirst());
        assertEquals(null, ris.order("t1").owner());
    }

    /// A resident has signed at this desk while the link was cut: the hospital still calls the case theirs.
    @Test
    void aCaseThatWasSignedHereGoesOnToWhoComesNext() throws Exception {
        ris.claim(ris.order("t1"), OTHER);
        Order seen = ris.order("t1").free();
        assertInstanceOf(ClaimAnswer.Confirmed.class, claims.claim(seen, OTHER));
        assertEquals(ME, ris.order("t1").owner());
    }

    @Test
    void aCaseThatWasSignedHereIsTakenWhenTheLinkIsBackUnlessAThirdHasIt() throws Exception {
        Order.Reader third = new Order.Reader("qian", "钱医师");
        ris.claim(ris.order("t1"), OTHER);
        ris.fail(ServerFault.UNREACHABLE);
        assertInstanceOf(
                ClaimAnswer.Unconfirmed.class, claims.claim(ris.order("t1").free(), OTHER));
        ris.fail(null);
        orders.put(ris.order("t1"));
        assertInstanceOf(ClaimAnswer.Confirmed.class, claims.confirm().getFirst());
        assertEquals(ME, ris.order("t1").owner());

        ris.release(ris.order("t1"), ME);
        ris.claim(ris.order("t1"), third);
        assertInstanceOf(
                ClaimAnswer.Lost.class, claims.claim(ris.order("t1").free(), OTHER), "nobody else's lock is taken");
        assertEquals(third, ris.order("t1").owner());
    }

    @Test
    void aRefusalIsNotRetried() throws Exception {
        ris.fail(ServerFault.FORBIDDEN);
        assertThrows(RisException.class, () -> claims.claim(known()));
        assertFalse(claims.isWaiting());
    }

    private Order known() {
        return orders.order("t1").orElseThrow();
    }
}
