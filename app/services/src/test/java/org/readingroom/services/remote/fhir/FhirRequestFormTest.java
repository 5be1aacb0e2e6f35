package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.FhirRequest;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

// [utest->req~ris.request-form~1]
class FhirRequestFormTest {
    private final FhirDouble server = new FhirDouble();
    private final FhirWorklist worklist = new FhirWorklist(HttpServer.open(server.base()), LinkWitness.NONE);
    private Order order;

    @BeforeEach
    void fill() throws WorkstationException {
        FhirCases.order(server, 7);
        FhirCases.order(server, 8);
        server.put("""
                {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p-7"},
                 "code":{"coding":[{"code":"R91","display":"Abnormal finding of lung"}]}}""");
        server.put("""
                {"resourceType":"Condition","id":"other","subject":{"reference":"Patient/p-8"},
                 "code":{"text":"of somebody else"}}""");
        FhirCases.change(server, "ServiceRequest", "s-7", request -> {
            request.putArray("reasonReference").addObject().put("reference", "Condition/c");
            request.putArray("supportingInfo").addObject().put("reference", "Condition/other");
        });
        laboratory("egfr", "p-7", "58.0", "2026-02-20");
        laboratory("old", "p-7", "71", "2025-02-20");
        laboratory("theirs", "p-8", "12", "2026-02-20");
        report("r-1", "p-7", "final");
        report("r-2", "p-7", "preliminary");
        report("r-3", "p-8", "final");
        report("r-own", "p-7", "final");
        FhirCases.change(
                server,
                "DiagnosticReport",
                "r-own",
                own -> own.putArray("basedOn").addObject().put("reference", "ServiceRequest/s-7"));
        server.put("""
                {"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/p-7"},
                 "code":{"text":"碘对比剂 Iodinated contrast"}}""");
        order = worklist.changes("", Progress.IGNORED).orders().stream()
                .filter(each -> each.id().equals("t-7"))
                .findFirst()
                .orElseThrow();
        server.forgetRequests();
    }

    private void laboratory(String id, String patient, String value, String date) {
        server.put("""
                {"resourceType":"Observation","id":"ID","status":"final","subject":{"reference":"Patient/PATIENT"},
                 "category":[{"coding":[{"code":"laboratory"}]}],"code":{"text":"eGFR"},
                 "effectiveDateTime":"DATE","interpretation":[{"coding":[{"code":"L"}]}],
                 "valueQuantity":{"value":VALUE,"unit":"mL/min/{1.73_m2}"},
                 "referenceRange":[{"low":{"value":90},"high":{"value":120}}]}""".replace("ID", id)
                .replace("PATIENT", patient)
                .replace("VALUE", value)
                .replace("DATE", date));
    }

    private void report(String id, String patient, String status) {
        server.put("""
                {"resourceType":"DiagnosticReport","id":"ID","status":"STATUS","subject":{"reference":"Patient/PATIENT"},
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"RAD"}]}],
                 "code":{"text":"Chest radiograph"},"issued":"2025-12-01T09:00:00Z","conclusion":"No nodule."}""".replace("ID", id).replace("PATIENT", patient).replace("STATUS", status));
    }

    @AfterEach
    void stop() {
        worklist.close();
        server.close();
    }

    @Test
    void theFormHoldsWhatTheRequestNamesAndNothingOfSomebodyElse() throws Exception {
        RequestForm form = worklist.request(order);
        RequestForm expected = new RequestForm(
                "t-7",
                "咳嗽两周 Cough for two weeks",
                "吸烟20年",
                "Abnormal finding of lung",
                "急诊科 Emergency",
                "Dr Zhao",
                Instant.parse("2026-03-01T00:00:00Z"),
                List.of(new RequestForm.Laboratory(
                        "eGFR",
                        "58.0",
                        "mL/min/{1.73_m2}",
                        "90–120",
                        "L",
                        java.time.LocalDate.of(2026, 2, 20)
                                .atStartOfDay(java.time.ZoneId.systemDefault())
                                .toInstant())),
                List.of(new RequestForm.EarlierReport(
                        "r-1", "Chest radiograph", Instant.parse("2025-12-01T09:00:00Z"), "No nodule.")),
                List.of("碘对比剂 Iodinated contrast"));
        assertEquals(expected, form);
    }

    @Test
    void noMoreIsAskedForThanTheCaseNeeds() throws Exception {
        worklist.request(order);
        for (FhirRequest request : server.requests()) {
            assertEquals("GET", request.method());
            boolean isOneThing = request.path().contains("/");
            assertTrue(isOneThing || request.query().contains("patient=Patient%2Fp-7"), request.path());
            assertFalse(request.path().contains("$everything"));
        }
        assertTrue(server.requests().size() <= 8, "a handful of questions");
    }

    @Test
    void whatTheServerDoesNotShowIsSaidAndALostLinkIsNotMistakenForNothing() throws Exception {
        server.faults().next(request -> request.path().equals("Observation"), FhirFault.status(403));
        RequestForm form = worklist.request(order);
        assertEquals(List.of(), form.laboratory());
        assertEquals(Set.of(RequestForm.Part.LABORATORY), form.withheld());
        assertEquals(1, form.reports().size());
        server.faults().next(request -> request.path().equals("AllergyIntolerance"), FhirFault.status(503));
        assertThrows(RisException.class, () -> worklist.request(order));
    }

    @Test
    void theRequestOfAnotherPatientIsRefused() {
        FhirCases.change(
                server,
                "ServiceRequest",
                "s-7",
                request -> request.putObject("subject").put("reference", "Patient/p-8"));
        assertThrows(RisException.class, () -> worklist.request(order));
    }
}
