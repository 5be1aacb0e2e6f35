package org.readingroom.testservers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.report.prior.OutsideState;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.fhir.FhirPriors;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.ris.RisPriors.Found;
import org.readingroom.services.testing.RealHospital;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// Earlier reports on a server that somebody else wrote, put there by another client.
@Tag("slow")
class PriorsOnRealServerTest {
    private static final Patient PATIENT = new Patient(
            new PatientId("PRIORS-1", ""), new PersonName("Invented", "", ""), LocalDate.of(1961, 4, 9), Sex.OTHER);

    private Fhir fhir;
    private HttpLink link;

    @BeforeEach
    void open() throws Exception {
        RealHospital hospital = RealHospital.shared();
        fhir = new Fhir(hospital.fhir());
        link = new HttpLink(HttpServer.open(hospital.fhir()), LinkWitness.NONE, FhirPriors.TIMES);
        put("Patient/priors-old", patient("priors-old", "PRIORS-0"));
        put("Patient/priors-1", patient("priors-1", "PRIORS-1"));
        put("Patient/priors-2", patient("priors-2", "PRIORS-2"));
        put("Patient/priors-old", patient("priors-old", "PRIORS-0").replace("\"birthDate\"", """
                "active":false,"link":[{"type":"replaced-by","other":{"reference":"Patient/priors-1"}}],"birthDate\""""));
        put("ImagingStudy/priors-i", """
                {"resourceType":"ImagingStudy","id":"priors-i","status":"available",
                 "subject":{"reference":"Patient/priors-1"},"started":"2021-05-14T12:00:00Z",
                 "identifier":[{"system":"urn:dicom:uid","value":"urn:oid:2.25.7001"}],
                 "modality":[{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"CT"}]}""");
    }

    @AfterEach
    void close() {
        if (fhir != null) {
            link.close();
            fhir.close();
        }
    }

    // [utest->req~report.outside.read~1]
    @Test
    void theyAreReadOnceFollowedAndGoneWhenTheyAreWithdrawn() throws Exception {
        put("DiagnosticReport/priors-r1", report("priors-r1", "priors-1", "final", "2021-05-15", "Nodule."));
        put("DiagnosticReport/priors-r2", report("priors-r2", "priors-old", "preliminary", "2020-05-15", "Merged."));
        put("DiagnosticReport/priors-r3", report("priors-r3", "priors-2", "final", "2019-05-15", "Somebody else."));
        FhirPriors priors = new FhirPriors(link);
        Map<String, OutsideReport> known = known(priors, Map.of());
        assertEquals(Set.of("priors-r1", "priors-r2"), known.keySet());
        OutsideReport first = known.get("priors-r1");
        assertEquals("Nodule.", first.conclusion());
        assertEquals("Seen: 8.3 mm.", first.text());
        assertEquals("CT", first.modality());
        assertEquals(new StudyUid("2.25.7001"), first.study());
        assertEquals(OutsideState.PRELIMINARY, known.get("priors-r2").state());
        Map<String, OutsideReport> again = known(priors, known);
        assertTrue(known.get("priors-r1") == again.get("priors-r1"), "not read again in the same version");

        put("DiagnosticReport/priors-r1", report("priors-r1", "priors-1", "amended", "2021-05-15", "Nodule, 9 mm."));
        put(
                "DiagnosticReport/priors-r2",
                report("priors-r2", "priors-old", "entered-in-error", "2020-05-15", "Merged."));
        Map<String, OutsideReport> later = known(priors, again);
        assertEquals(Set.of("priors-r1"), later.keySet());
        assertEquals("Nodule, 9 mm.", later.get("priors-r1").conclusion());
        assertEquals(OutsideState.AMENDED, later.get("priors-r1").state());
    }

    private static Map<String, OutsideReport> known(FhirPriors priors, Map<String, OutsideReport> before)
            throws Exception {
        Found found = priors.of(PATIENT, id -> Optional.ofNullable(before.get(id)), Progress.IGNORED)
                .orElseThrow();
        Map<String, OutsideReport> known = new HashMap<>();
        found.reports().forEach(one -> known.put(one.id(), one));
        return known;
    }

    private static String patient(String id, String number) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"birthDate\":\"1961-04-09\",\"identifier\":"
                + "[{\"system\":\"urn:mrn\",\"value\":\"" + number + "\"}],\"name\":[{\"family\":\"Invented\"}]}";
    }

    private static String report(String id, String patient, String status, String day, String words) {
        String page = Base64.getEncoder()
                .encodeToString("<p>Seen: 8.3 mm.</p><script>x</script>".getBytes(StandardCharsets.UTF_8));
        String image =
                patient.equals("priors-1") ? "\"imagingStudy\":[{\"reference\":\"ImagingStudy/priors-i\"}]," : "";
        return "{\"resourceType\":\"DiagnosticReport\",\"id\":\"" + id + "\",\"status\":\"" + status + "\"," + image
                + "\"subject\":{\"reference\":\"Patient/" + patient + "\"},\"category\":[{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/v2-0074\",\"code\":\"RAD\"}]}],\"code\":{\"text\":\"CT\"},"
                + "\"effectiveDateTime\":\"" + day + "\",\"issued\":\"" + day + "T10:00:00Z\",\"conclusion\":\"" + words
                + "\",\"presentedForm\":[{\"contentType\":\"text/html\",\"data\":\"" + page + "\"}]}";
    }

    private void put(String name, String json) throws Exception {
        int status = fhir.send("PUT", name, json).status();
        assertTrue(List.of(200, 201).contains(status), name + " " + status);
    }
}
