package org.readingroom.services.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.reporting.OutsideReports;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisPriors;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DocumentsSchema;
import org.readingroom.services.store.OutsideStore;
import org.readingroom.services.store.PatientLinks;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.Orders;
import org.readingroom.services.testing.QuickHome;

// [utest->req~report.outside.ahead~1]
class OutsideAheadTest {
    private static final Order.Reader MINE = new Order.Reader("me", "Me");
    private static final Order.Reader OTHER = new Order.Reader("other", "Other");

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, ServerFault> faults = new java.util.HashMap<>();
    private Database documents;
    private OutsideReports reports;

    @BeforeEach
    void open() throws Exception {
        SecureRandom random = new SecureRandom();
        Seal seal = new EnvelopeSeal(DataKey.random(random), random);
        documents = Database.open(
                folder.resolve("documents.db"), Database.Durability.DURABLE, DocumentsSchema.SCHEMA, WriteProbe.NONE);
        RisPriors ris = (patient, known, progress) -> {
            String number = patient.id().value();
            asked.add(number);
            ServerFault fault = faults.get(number);
            if (fault != null) {
                throw new RisException(fault, "", "told to fail", null);
            }
            return number.equals("DEMO-4") ? Optional.empty() : Optional.of(new RisPriors.Found(List.of(), true));
        };
        reports = new OutsideReports(
                new OutsideStore(documents, seal, clock), ris, PatientLinks.open(documents, seal), clock);
    }

    @AfterEach
    void close() {
        documents.close();
    }

    private void plan(Order... orders) throws Exception {
        OutsideAhead.plan(
                reports,
                List.of(orders),
                order -> order.owner() != null && order.owner().equals(MINE));
    }

    private static Order held(int number, OrderState state, Order.Reader reader) {
        return Orders.of("t" + number, "1", number, state, reader, null);
    }

    @Test
    void casesThatWaitAndMineAreAskedForOnceInHalfAnHour() throws Exception {
        Order[] all = {
            Orders.waiting("t1", 1),
            held(2, OrderState.CLAIMED, MINE),
            held(3, OrderState.CLAIMED, OTHER),
            Orders.waiting("t4", 4),
            held(5, OrderState.COMPLETED, MINE),
            held(6, OrderState.CANCELLED, MINE)
        };
        plan(all);
        assertEquals(List.of("DEMO-1", "DEMO-2", "DEMO-4"), asked);
        clock.advance(Duration.ofMinutes(29));
        plan(all);
        assertEquals(3, asked.size(), "not again so soon");
        clock.advance(Duration.ofMinutes(2));
        plan(all);
        assertEquals(
                List.of("DEMO-1", "DEMO-2", "DEMO-4", "DEMO-1", "DEMO-2"), asked, "who is nobody there stays nobody");
    }

    @Test
    void anAnswerThatFailedIsAskedForLaterEachTime() throws Exception {
        faults.put("DEMO-1", ServerFault.GARBLED);
        faults.put("DEMO-2", ServerFault.BROKEN);
        faults.put("DEMO-3", ServerFault.TOO_LARGE);
        Order[] all = {
            Orders.waiting("t1", 1), Orders.waiting("t2", 2), Orders.waiting("t3", 3), Orders.waiting("t5", 5)
        };
        plan(all);
        assertEquals(List.of("DEMO-1", "DEMO-2", "DEMO-3", "DEMO-5"), asked, "one odd answer keeps nobody back");
        faults.remove("DEMO-3");
        for (int minutes = 3; minutes <= 30; minutes += 3) {
            clock.advance(Duration.ofMinutes(3));
            plan(all);
        }
        assertEquals(4, asked.size(), "not every three minutes");
        clock.advance(Duration.ofMinutes(1));
        plan(all);
        assertEquals(
                List.of("DEMO-1", "DEMO-2", "DEMO-3", "DEMO-5"), asked.subList(4, asked.size()), "after 31 minutes");
        clock.advance(Duration.ofMinutes(59));
        plan(all);
        assertEquals(List.of("DEMO-3", "DEMO-5"), asked.subList(8, asked.size()), "the others rest for an hour now");
        clock.advance(Duration.ofMinutes(2));
        plan(all);
        assertEquals(List.of("DEMO-1", "DEMO-2"), asked.subList(10, asked.size()));
        for (int hours = 0; hours < 9; hours += 1) {
            clock.advance(Duration.ofDays(1));
            plan(Orders.waiting("t1", 1));
        }
        assertEquals(9, asked.size() - 12, "a day is always long enough");
        faults.remove("DEMO-1");
        clock.advance(Duration.ofDays(1));
        plan(Orders.waiting("t1", 1));
        faults.put("DEMO-1", ServerFault.GARBLED);
        asked.clear();
        for (int minutes : new int[] {31, 31}) {
            clock.advance(Duration.ofMinutes(minutes));
            plan(Orders.waiting("t1", 1));
        }
        assertEquals(List.of("DEMO-1", "DEMO-1"), asked, "an answer ends the rest: it is half an hour at first again");
    }

    @Test
    void whoMayNotBeAskedForStandsInNobodysWayForGood() throws Exception {
        faults.put("DEMO-1", ServerFault.FORBIDDEN);
        assertThrows(RisException.class, () -> plan(Orders.waiting("t1", 1), Orders.waiting("t2", 2)));
        clock.advance(Duration.ofMinutes(3));
        plan(Orders.waiting("t1", 1), Orders.waiting("t2", 2));
        assertEquals(List.of("DEMO-1", "DEMO-2"), asked);
    }

    @Test
    void aServerThatRefusesIsAskedNoMoreAndOneOddAnswerKeepsNobodyBack() throws Exception {
        faults.put("DEMO-1", ServerFault.GARBLED);
        plan(Orders.waiting("t1", 1), Orders.waiting("t2", 2));
        assertEquals(List.of("DEMO-1", "DEMO-2"), asked);
        asked.clear();
        for (ServerFault fault : List.of(ServerFault.SIGNED_OUT, ServerFault.UNREACHABLE, ServerFault.CUT)) {
            faults.put("DEMO-5", fault);
            assertThrows(RisException.class, () -> plan(Orders.waiting("t5", 5), Orders.waiting("t6", 6)));
        }
        assertEquals(List.of("DEMO-5", "DEMO-5", "DEMO-5"), asked);
    }
}
