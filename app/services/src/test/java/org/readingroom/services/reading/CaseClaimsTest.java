package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.testing.Orders;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class CaseClaimsTest extends OneCase {
    private static final Order.Reader OTHER = new Order.Reader("zhao", "赵医师");
    private @Nullable CaseClaims claims;

    @BeforeEach
    void begin() {
        claims = new CaseClaims(ris, orders, ME);
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

    /// The person gives the case back while what waited before it is being asked for.
    // [utest->req~worklist.claim-order~1]
    @Test
    void aCaseThatIsGivenBackMeanwhileIsNotTakenByAnOlderPass() throws Exception {
        ris.put(Orders.waiting("t2", 2));
        CaseClaims[] made = new CaseClaims[1];
        made[0] = new CaseClaims(
                new Meddled(ris, order -> {
                    if (ris.fault().isEmpty() && order.id().equals("t1")) {
                        made[0].release(ris.order("t2"));
                    }
                }),
                orders,
                ME);
        ris.fail(ServerFault.UNREACHABLE);
        made[0].claim(ris.order("t1"));
        made[0].claim(ris.order("t2"));
        ris.fail(null);
        made[0].confirm();
        assertEquals(ME, ris.order("t1").owner());
        assertEquals(null, ris.order("t2").owner(), "taken although it was given back");
        assertFalse(made[0].isWaiting());
    }

    /// A server that stalls is asked once, however often the clock of the window strikes.
    // [utest->req~worklist.claim-order~1]
    @Test
    void passesDoNotPileUpBeforeAServerThatStalls() throws Exception {
        CaseClaims[] made = new CaseClaims[1];
        List<List<ClaimAnswer>> inner = new ArrayList<>();
        made[0] = new CaseClaims(
                new Meddled(ris, order -> {
                    if (ris.fault().isEmpty() && inner.size() < 9) {
                        inner.add(made[0].confirm());
                    }
                }),
                orders,
                ME);
        ris.fail(ServerFault.UNREACHABLE);
        made[0].claim(known());
        ris.fail(null);
        List<ClaimAnswer> outer = made[0].confirm();
        assertEquals(1, outer.size());
        assertEquals(List.of(List.of()), inner, "a second pass asks nothing while the first is under way");
    }

    @Test
    void oneQuestionAfterTheOther() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        CaseClaims slow = new CaseClaims(
                new Meddled(ris, order -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    inside.countDown();
                    await(goOn);
                    now.decrementAndGet();
                }),
                orders,
                ME);
        ris.put(Orders.waiting("t2", 2));
        Thread first = Thread.startVirtualThread(() -> quietly(() -> slow.claim(ris.order("t1"))));
        assertTrue(inside.await(20, TimeUnit.SECONDS));
        Thread second = Thread.startVirtualThread(() -> quietly(() -> slow.claim(ris.order("t2"))));
        assertFalse(slow.isUnconfirmed("t1"), "who only looks waits for nothing");
        while (second.getState() != Thread.State.WAITING && second.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        first.join();
        second.join();
        assertEquals(1, most.get());
        assertEquals(ME, ris.order("t2").owner());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Act {
        void run() throws WorkstationException;
    }

    private static void quietly(Act act) {
        try {
            act.run();
        } catch (WorkstationException e) {
            throw new AssertionError(e);
        }
    }

    private interface Meddler {
        void asked(Order order) throws WorkstationException;
    }

    /// A RIS that does something of its own before it answers a claim.
    private record Meddled(RisWorklist ris, Meddler meddler) implements RisWorklist {
        @Override
        public OrderChanges changes(String cursor, Progress progress) throws WorkstationException {
            return ris.changes(cursor, progress);
        }

        @Override
        public ClaimOutcome claim(Order order, Order.Reader reader) throws WorkstationException {
            meddler.asked(order);
            return ris.claim(order, reader);
        }

        @Override
        public ClaimOutcome release(Order order, Order.Reader reader) throws WorkstationException {
            return ris.release(order, reader);
        }

        @Override
        public RequestForm request(Order order) throws WorkstationException {
            return ris.request(order);
        }
    }
}
