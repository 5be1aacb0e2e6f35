package org.readingroom.services.remote.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The truth is written in PS3.4 annex CC and PS3.18 chapter 11.
// [utest->req~ris.ups~1]
class UpsWorklistTest {
    private static final Order.Reader LI = new Order.Reader("li", "Li Wei");
    private static final Order.Reader WU = new Order.Reader("wu", "Wu Fang");

    private UpsDouble server;
    private UpsWorklist worklist;

    @BeforeEach
    void start() throws Exception {
        serve("transaction-uid");
    }

    private void serve(String spelling) throws Exception {
        stop();
        server = new UpsDouble(spelling);
        worklist = new UpsWorklist(HttpServer.open(server.base()), LinkWitness.NONE);
        for (int i = 1; i <= 7; i++) {
            put("2.25.5000" + i, i);
        }
    }

    @AfterEach
    void stop() {
        if (server != null) {
            worklist.close();
            server.close();
        }
    }

    private void put(String uid, int number) throws Exception {
        server.items.put(uid, (ObjectNode)
                new ObjectMapper().readTree("""
                {"00080018":{"vr":"UI","Value":["UID"]},
                 "00100010":{"vr":"PN","Value":[{"Alphabetic":"Wang^XiaoDong","Ideographic":"王^小东"}]},
                 "00100020":{"vr":"LO","Value":["DEMO-#"]},"00100021":{"vr":"LO","Value":["HOSP"]},
                 "00100030":{"vr":"DA","Value":["19610409"]},"00100040":{"vr":"CS","Value":["M"]},
                 "001021B0":{"vr":"LT","Value":["吸烟20年"]},"00102110":{"vr":"LO","Value":["Iodine"]},
                 "00404005":{"vr":"DT","Value":["20260301080000.000+0800"]},
                 "00404008":{"vr":"DT","Value":["20260301083000+0800"]},
                 "00404018":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":["110005"]}}]},
                 "00404021":{"vr":"SQ","Value":[{"0020000D":{"vr":"UI","Value":["2.25.100#"]}}]},
                 "0040A370":{"vr":"SQ","Value":[{"00080050":{"vr":"SH","Value":["ACC-#"]},
                   "00321060":{"vr":"LO","Value":["Chest CT"]},"00401002":{"vr":"LO","Value":["Cough"]},
                   "00321032":{"vr":"PN","Value":[{"Alphabetic":"Zhao^Min"}]},
                   "00321033":{"vr":"LO","Value":["Emergency"]}}]},
                 "00741000":{"vr":"CS","Value":["SCHEDULED"]},"00741200":{"vr":"CS","Value":["HIGH"]}}""".replace("UID", uid).replace("#", Integer.toString(number))));
    }

    private List<Order> hear() throws WorkstationException {
        return worklist.changes("", Progress.IGNORED).orders();
    }

    private Order first() throws WorkstationException {
        return hear().getFirst();
    }

    @Test
    void everyOpenWorkitemToInterpretIsAnOrderPageByPage() throws Exception {
        UpsDataSet.with(server.items.get("2.25.50002"), UpsTag.STATE, "CS", "COMPLETED");
        ObjectNode other = new ObjectMapper().createObjectNode();
        UpsDataSet.with(other, UpsTag.CODE_VALUE, "SH", "110001");
        UpsDataSet.withItem(server.items.get("2.25.50003"), UpsTag.WORKITEM_CODE, other);
        List<Order> orders = hear();
        assertEquals(5, orders.size());
        Order expected = new Order(
                "2.25.50001",
                "",
                "2.25.50001",
                "ACC-1",
                new StudyUid("2.25.1001"),
                new Patient(
                        new PatientId("DEMO-1", "HOSP"),
                        PersonName.parse("Wang^XiaoDong=王^小东"),
                        LocalDate.of(1961, 4, 9),
                        Sex.MALE),
                Set.of(PatientFlag.ELDERLY),
                OrderPriority.URGENT,
                "",
                "",
                "Chest CT",
                OrderState.WAITING,
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-01T00:30:00Z"),
                null);
        assertEquals(expected, orders.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction-uid", "Transaction-uid", "transaction", ""})
    void aClaimIsSeenByOthersHoweverTheServerSpellsTheLockAndThatIsLearntOnce(String spelling) throws Exception {
        serve(spelling);
        Order order = first();
        assertInstanceOf(ClaimOutcome.Done.class, worklist.claim(order, LI));
        assertEquals(LI, hear().getLast().owner());
        ClaimOutcome late = worklist.claim(order, WU);
        assertInstanceOf(ClaimOutcome.Lost.class, late);
        assertEquals(LI, late.order().owner());
        server.asked.clear();
        assertInstanceOf(ClaimOutcome.Done.class, worklist.claim(first(), LI));
        assertEquals(
                1, server.asked.stream().filter(what -> what.startsWith("POST")).count());
    }

    @Test
    void whoseAnswerWasLostRecognisesTheOwnClaim() throws Exception {
        Order order = first();
        server.loseReplyTo = "/state";
        ClaimOutcome claim = worklist.claim(order, LI);
        assertInstanceOf(ClaimOutcome.Done.class, claim);
        assertEquals(LI, claim.order().owner());
    }

    @Test
    void aCaseGivenBackIsANewWorkitemMadeBeforeTheOldOneEndsAndOnlyOnce() throws Exception {
        ClaimOutcome claim = worklist.claim(first(), LI);
        assertInstanceOf(ClaimOutcome.Lost.class, worklist.release(claim.order(), WU));
        server.loseReplyTo = "POST ";
        assertThrows(RisException.class, () -> worklist.release(claim.order(), LI));
        assertEquals("IN PROGRESS", UpsDouble.state(server.items.get("2.25.50001")), "the old one is still there");
        ClaimOutcome back = worklist.release(claim.order(), LI);
        assertInstanceOf(ClaimOutcome.Done.class, back);
        assertEquals("CANCELED", UpsDouble.state(server.items.get("2.25.50001")));
        assertEquals(OrderState.WAITING, back.order().state());
        assertEquals("ACC-1", back.order().accessionNumber());
        assertEquals(8, server.items.size());
        int created = server.asked.indexOf("POST ");
        assertTrue(created >= 0 && created < server.asked.lastIndexOf("PUT 2.25.50001/state"));
        assertEquals(7, hear().size());
    }

    @Test
    void theFormSaysWhatAWorkitemCarriesAndThatItHoldsNoLaboratory() throws Exception {
        RequestForm form = worklist.request(first());
        assertEquals("Cough", form.reason());
        assertEquals("吸烟20年", form.clinicalHistory());
        assertEquals("Emergency", form.department());
        assertEquals("Zhao Min", form.requester());
        assertEquals(List.of("Iodine"), form.warnings());
        assertEquals(Set.of(RequestForm.Part.LABORATORY, RequestForm.Part.REPORTS), form.withheld());
    }

    @Test
    void aWorkitemThatIsGoneIsSaid() throws Exception {
        Order order = first();
        server.items.remove(order.id());
        RisException told = assertThrows(RisException.class, () -> worklist.claim(order, LI));
        assertEquals(ServerFault.MISSING, told.fault());
    }
}
