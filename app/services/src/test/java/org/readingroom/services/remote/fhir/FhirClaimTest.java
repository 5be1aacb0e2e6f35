package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.FhirAbilities;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.FhirRequest;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

// [utest->req~ris.claim~1]
class FhirClaimTest {
    private static final Order.Reader LI = new Order.Reader("li", "Li Wei");
    private static final Order.Reader WU = new Order.Reader("Practitioner/wu", "Wu Fang");
    private static final HttpTimes SHORT =
            new HttpTimes(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(600));
    private static final HttpTimes LONG =
            new HttpTimes(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final Predicate<FhirRequest> PUT =
            request -> request.method().equals("PUT");

    private FhirDouble server = new FhirDouble();
    private FhirWorklist worklist = connect(LONG);
    private Order order;

    private FhirWorklist connect(HttpTimes times) {
        return new FhirWorklist(HttpServer.open(server.base()), LinkWitness.NONE, times, List.of());
    }

    @BeforeEach
    void order() throws WorkstationException {
        FhirCases.order(server, 7);
        order = worklist.changes("", Progress.IGNORED).orders().getFirst();
    }

    @AfterEach
    void stop() {
        worklist.close();
        server.close();
    }

    private ObjectNode task() {
        return server.get("Task", "t-7").orElseThrow();
    }

    @Test
    void aClaimMakesTheReaderTheOwnerAndAReleaseGivesTheCaseBackUnchanged() throws Exception {
        ObjectNode before = task();
        ClaimOutcome claimed = worklist.claim(order, LI);
        assertInstanceOf(ClaimOutcome.Done.class, claimed);
        assertEquals(LI, claimed.order().owner());
        assertEquals("in-progress", task().path("status").asText());
        assertEquals("li", task().at("/owner/identifier/value").asText());
        ClaimOutcome released = worklist.release(claimed.order(), LI);
        assertInstanceOf(ClaimOutcome.Done.class, released);
        assertNull(released.order().owner());
        ObjectNode after = task();
        after.remove("meta");
        before.remove("meta");
        assertEquals(before, after);
    }

    /// Who has a case says nothing of whether it rests.
    // [utest->req~report.fhir.case-told~1]
    @Test
    void aCaseOnHoldStaysOnHoldWhoeverHasIt() throws Exception {
        FhirCases.change(server, "Task", "t-7", task -> task.put("status", "on-hold"));
        ClaimOutcome claimed = worklist.claim(order, LI);
        assertInstanceOf(ClaimOutcome.Done.class, claimed);
        assertEquals(OrderState.CLAIMED, claimed.order().state());
        assertEquals("on-hold", task().path("status").asText());
        assertInstanceOf(ClaimOutcome.Done.class, worklist.release(claimed.order(), LI));
        assertEquals("on-hold", task().path("status").asText());
        assertTrue(task().path("owner").isMissingNode());
    }

    /// R4 says 412, HAPI 409.
    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void ofEightWhoClaimAtOnceOneHasItAndSevenAreToldWho(int status) throws Exception {
        stop();
        server = new FhirDouble(new FhirAbilities(status, true, true, 50), InstantSource.system());
        worklist = connect(LONG);
        FhirCases.order(server, 7);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<ClaimOutcome>> all = new ArrayList<>();
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Order.Reader reader = new Order.Reader("r" + i, "Reader " + i);
                all.add(desks.submit(() -> {
                    together.await();
                    return worklist.claim(order, reader);
                }));
            }
            together.countDown();
        }
        String winner = task().at("/owner/identifier/value").asText();
        int done = 0;
        for (Future<ClaimOutcome> each : all) {
            done += each.get() instanceof ClaimOutcome.Done ? 1 : 0;
            assertEquals(winner, each.get().order().owner().id());
        }
        assertEquals(1, done);
        assertEquals(2, server.versions("Task", "t-7"));
    }

    @Test
    void whoeverComesLaterIsToldWhoHasItAndTakesNothing() throws Exception {
        worklist.claim(order, WU);
        ClaimOutcome late = worklist.claim(order, LI);
        assertInstanceOf(ClaimOutcome.Lost.class, late);
        assertEquals("Wu Fang", late.order().owner().displayName());
        assertInstanceOf(ClaimOutcome.Lost.class, worklist.release(order, LI));
        assertEquals(2, server.versions("Task", "t-7"));
        assertInstanceOf(ClaimOutcome.Done.class, worklist.claim(order, WU), "one's own is one's own");
    }

    @Test
    void aCaseThatWasReassignedOrEndedMeanwhileIsLost() throws Exception {
        ClaimOutcome mine = worklist.claim(order, LI);
        FhirCases.change(server, "Task", "t-7", task -> task.putObject("owner").put("reference", "Practitioner/wu"));
        ClaimOutcome release = worklist.release(mine.order(), LI);
        assertInstanceOf(ClaimOutcome.Lost.class, release);
        assertEquals("Practitioner/wu", release.order().owner().id());
        FhirCases.change(
                server, "Task", "t-7", task -> task.put("status", "cancelled").remove("owner"));
        ClaimOutcome claim = worklist.claim(order, LI);
        assertInstanceOf(ClaimOutcome.Lost.class, claim);
        assertEquals(OrderState.CANCELLED, claim.order().state());
    }

    @Test
    void aChangeThatTakesTheCaseFromNobodyDoesNotHinderAClaim() throws Exception {
        FhirCases.change(server, "Task", "t-7", task -> task.put("priority", "routine"));
        assertInstanceOf(ClaimOutcome.Done.class, worklist.claim(order, LI));
        assertEquals("routine", task().path("priority").asText());
    }

    @Test
    void whoseAnswerWasLostRecognisesTheOwnClaim() throws Exception {
        List<FhirFault> after = List.of(new FhirFault.LoseReply(), new FhirFault.CutReply());
        for (FhirFault fault : after) {
            server.faults().next(PUT, fault);
            ClaimOutcome claim = worklist.claim(order, LI);
            assertInstanceOf(ClaimOutcome.Done.class, claim, fault.toString());
            assertEquals(LI, claim.order().owner(), fault.toString());
            server.faults().next(PUT, fault);
            assertInstanceOf(ClaimOutcome.Done.class, worklist.release(order, LI), fault.toString());
            assertTrue(task().path("owner").isMissingNode(), fault.toString());
        }
    }

    @Test
    void aClaimThatTheServerOnlyDoesLaterIsRecognisedByTheNextTry() throws Exception {
        server.faults().next(PUT, new FhirFault.Stall(Duration.ofSeconds(2)));
        try (FhirWorklist impatient = connect(SHORT)) {
            RisException silent = assertThrows(RisException.class, () -> impatient.claim(order, LI));
            assertEquals(ServerFault.SILENT, silent.fault());
        }
        for (int i = 0; i < 1500 && server.versions("Task", "t-7") < 2; i++) {
            Thread.sleep(20);
        }
        assertInstanceOf(ClaimOutcome.Done.class, worklist.claim(order, LI));
        assertEquals(2, server.versions("Task", "t-7"));
    }

    @Test
    void aClaimThatNeverArrivedIsNoClaim() throws Exception {
        server.faults().next(PUT, new FhirFault.LoseRequest());
        RisException lost = assertThrows(RisException.class, () -> worklist.claim(order, LI));
        assertTrue(lost.fault().isLoss());
        assertEquals(1, server.versions("Task", "t-7"));
        server.faults().next(PUT, FhirFault.status(403));
        RisException refused = assertThrows(RisException.class, () -> worklist.claim(order, LI));
        assertEquals(ServerFault.FORBIDDEN, refused.fault());
        assertEquals(1, server.versions("Task", "t-7"));
    }
}
