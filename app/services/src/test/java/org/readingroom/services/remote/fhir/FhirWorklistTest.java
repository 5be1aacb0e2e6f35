package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.FhirAbilities;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

// [utest->req~ris.mapping~1]
// [utest->req~ris.flags~1]
// [utest->req~ris.changes~1]
// [utest->req~ris.merge~1]
class FhirWorklistTest {
    private FhirDouble server = new FhirDouble();
    private FhirWorklist worklist = connect();
    private final Map<String, Order> known = new TreeMap<>();
    private String cursor = "";

    private FhirWorklist connect() {
        return new FhirWorklist(HttpServer.open(server.base()), LinkWitness.NONE);
    }

    private void serve(FhirAbilities abilities) {
        stop();
        server = new FhirDouble(abilities, InstantSource.system());
        worklist = connect();
    }

    @AfterEach
    void stop() {
        worklist.close();
        server.close();
    }

    /// Hears what changed and keeps it as a desk would.
    private OrderChanges hear() throws WorkstationException {
        OrderChanges changes = worklist.changes(cursor, Progress.IGNORED);
        if (changes.isWhole()) {
            known.clear();
        }
        changes.orders().forEach(order -> known.put(order.id(), order));
        changes.gone().forEach(known::remove);
        cursor = changes.cursor();
        return changes;
    }

    private Order only() throws WorkstationException {
        hear();
        assertEquals(Set.of("t-7"), known.keySet());
        return known.get("t-7");
    }

    @Test
    void everythingOfACaseIsInItsOrder() throws Exception {
        FhirCases.order(server, 7);
        FhirCases.pictures(server, 7);
        server.put("""
                {"resourceType":"Flag","status":"active","subject":{"reference":"Patient/p-7"},
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"40733004"}]}}""");
        server.put("""
                {"resourceType":"Flag","status":"inactive","subject":{"reference":"Patient/p-7"},
                 "code":{"coding":[{"code":"critical"}]}}""");
        Patient wang = new Patient(
                new PatientId("DEMO-7", ""),
                PersonName.parse("Wang^XiaoDong=王^小东"),
                LocalDate.of(1961, 4, 9),
                Sex.MALE);
        Order expected = new Order(
                "t-7",
                "1/1",
                "ServiceRequest/s-7",
                "Patient/p-7",
                "ACC-DEMO-7",
                new StudyUid("2.25.1007"),
                wang,
                // 64 years old, in the emergency department
                Set.of(PatientFlag.EMERGENCY, PatientFlag.ELDERLY, PatientFlag.INFECTIOUS),
                OrderPriority.STAT,
                "CT",
                "CHEST",
                "胸部平扫 Chest CT",
                OrderState.WAITING,
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-01T00:30:00Z"),
                null);
        assertEquals(expected, only());
    }

    /// The Task stays as it is when the ward asks something else.
    @Test
    void anotherQuestionOfTheWardIsAnotherVersionOfTheOrder() throws Exception {
        FhirCases.order(server, 7);
        Order before = only();
        FhirCases.change(
                server,
                "ServiceRequest",
                "s-7",
                request -> request.putArray("note").addObject().put("text", "contrast allergy"));
        assertFalse(before.version().equals(only().version()));
    }

    @Test
    void onlyAPersonHoldsACaseAndTheOwnersNumberIsTheReadersId() throws Exception {
        FhirCases.order(server, 7);
        server.put("""
                {"resourceType":"Practitioner","id":"x9","identifier":[{"value":"senior"}],"name":[{"text":"Li Wei"}]}""");
        FhirCases.change(server, "Task", "t-7", task -> task.putObject("owner").put("reference", "Organization/o"));
        assertEquals(OrderState.WAITING, only().state());
        FhirCases.change(server, "Task", "t-7", task -> task.putObject("owner").put("reference", "Practitioner/x9"));
        assertEquals(new Order.Reader("senior", "Li Wei"), only().owner());
        assertEquals(OrderState.CLAIMED, only().state());
    }

    @Test
    void aTaskOfOnePatientAboutTheRequestOfAnotherIsNoOrderAndNeitherIsOtherWork() throws Exception {
        FhirCases.order(server, 7);
        FhirCases.order(server, 8);
        FhirCases.change(server, "Task", "t-8", task -> task.putObject("for").put("reference", "Patient/p-7"));
        server.put("{\"resourceType\":\"Task\",\"id\":\"w\",\"status\":\"ready\",\"intent\":\"order\"}");
        only();
    }

    @Test
    void severalStudiesOfOneRequestAreNoneSinceOneWouldBeAGuess() throws Exception {
        FhirCases.order(server, 7);
        FhirCases.pictures(server, 7);
        FhirCases.change(server, "ImagingStudy", "i-7", study -> {
            study.put("id", "i-other");
            study.withArray("/identifier")
                    .addObject()
                    .put("system", "urn:dicom:uid")
                    .put("value", "urn:oid:2.25.9");
        });
        assertNull(only().study());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatChangesIsHeardWhicheverWayTheServerTellsIt(boolean hasHistory) throws Exception {
        serve(hasHistory ? FhirAbilities.HAPI.withPageSize(3) : FhirAbilities.MODEST.withPageSize(3));
        for (int i = 1; i <= 8; i++) {
            FhirCases.order(server, i);
        }
        assertTrue(hear().isWhole());
        assertEquals(8, known.size());
        FhirCases.change(server, "Task", "t-1", task -> task.put("status", "completed"));
        FhirCases.pictures(server, 2);
        FhirCases.change(server, "Patient", "p-3", patient -> patient.put("gender", "female"));
        FhirCases.change(server, "ServiceRequest", "s-4", request -> request.putArray("bodySite"));
        server.put("""
                {"resourceType":"Flag","status":"active","subject":{"reference":"Patient/p-5"},
                 "code":{"coding":[{"code":"critical"}]}}""");
        FhirCases.order(server, 9);
        assertFalse(hear().isWhole());
        assertEquals(OrderState.COMPLETED, known.get("t-1").state());
        assertEquals(new StudyUid("2.25.1002"), known.get("t-2").study());
        assertEquals(Sex.FEMALE, known.get("t-3").patient().sex());
        assertEquals("", known.get("t-4").bodyPart());
        assertTrue(known.get("t-5").flags().contains(PatientFlag.CRITICAL));
        assertEquals(9, known.size());
    }

    @Test
    void deletedTasksAreGoneAtOnceWithAHistoryAndAfterAWhileWithout() throws Exception {
        FhirCases.order(server, 7);
        FhirCases.order(server, 8);
        hear();
        server.delete("Task", "t-8");
        only();

        serve(FhirAbilities.MODEST);
        FhirCases.order(server, 7);
        FhirCases.order(server, 8);
        cursor = "";
        hear();
        server.delete("Task", "t-8");
        hear();
        assertEquals(2, known.size());
        worklist.close();
        worklist = new FhirWorklist(
                HttpServer.open(server.base()), LinkWitness.NONE, HttpTimes.DEFAULT, List.of(), Duration.ZERO);
        hear();
        only();
    }

    @Test
    void aServersClockThatIsADayOffMakesNoDifference() throws Exception {
        stop();
        server = new FhirDouble(FhirAbilities.HAPI, () -> Instant.now().minusSeconds(86_400));
        worklist = connect();
        FhirCases.order(server, 7);
        hear();
        FhirCases.change(server, "Task", "t-7", task -> task.put("status", "cancelled"));
        hear();
        assertEquals(OrderState.CANCELLED, known.get("t-7").state());
    }

    @Test
    void aCursorOfAnotherServerIsNone() throws Exception {
        FhirCases.order(server, 7);
        cursor = new FhirCursor(Instant.now(), "elsewhere").write();
        assertTrue(hear().isWhole());
        cursor = "nonsense";
        assertTrue(hear().isWhole());
    }

    @Test
    void mergedPatientsAndThoseSetFreeAgainAreTold() throws Exception {
        FhirCases.order(server, 1);
        FhirCases.order(server, 2);
        hear();
        FhirCases.change(
                server,
                "Patient",
                "p-1",
                patient -> patient.putArray("link")
                        .addObject()
                        .put("type", "replaced-by")
                        .putObject("other")
                        .put("reference", "Patient/p-2"));
        PatientId one = new PatientId("DEMO-1", "");
        assertTrue(hear().links().contains(new PatientLink(one, new PatientId("DEMO-2", ""))));
        FhirCases.change(server, "Patient", "p-1", patient -> patient.remove("link"));
        assertTrue(hear().links().contains(new PatientLink(one, null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void faultsAreSaidAndTheCursorStaysWhereItWas(int which) throws Exception {
        FhirCases.order(server, 7);
        hear();
        List<FhirFault> faults = List.of(
                FhirFault.status(503),
                FhirFault.status(401),
                new FhirFault.CutReply(),
                new FhirFault.Garbage(),
                new FhirFault.Redirect("http://127.0.0.1:1/elsewhere"),
                FhirFault.status(500));
        List<ServerFault> expected = List.of(
                ServerFault.BUSY,
                ServerFault.SIGNED_OUT,
                ServerFault.GARBLED,
                ServerFault.GARBLED,
                ServerFault.REDIRECTED,
                ServerFault.BROKEN);
        server.forgetRequests();
        server.faults().next(request -> request.path().startsWith("Task"), faults.get(which));
        RisException told = assertThrows(RisException.class, this::hear);
        assertEquals(expected.get(which), told.fault());
        assertEquals(1, server.requests().size(), "nothing is asked again at once");
        FhirCases.change(server, "Task", "t-7", task -> task.put("status", "completed"));
        hear();
        assertEquals(OrderState.COMPLETED, known.get("t-7").state());
    }

    /// What a message for the log says must not hold a word of the server.
    @Test
    void theServersWordsAreKeptForThePersonAndOutOfTheLog() {
        server.faults().next(FhirFault.status(422), FhirFault.status(422));
        RisException told = assertThrows(RisException.class, () -> worklist.changes("", Progress.IGNORED));
        assertEquals("told to answer 422", told.answer());
        assertFalse(String.valueOf(told.getMessage()).contains("told to"));
    }
}
