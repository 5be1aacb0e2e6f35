package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Base64;
import org.readingroom.services.testing.FhirCases;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

/// Earlier reports of an invented patient.
final class PriorCases {
    static final Patient PATIENT = new Patient(
            new PatientId("DEMO-7", ""),
            new PersonName("Wang^XiaoDong", "王^小东", ""),
            LocalDate.of(1961, 4, 9),
            Sex.MALE);

    static final String RADIOLOGY =
            "[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v2-0074\",\"code\":\"RAD\"}]}]";

    private PriorCases() {}

    static String patient(String id, String number) {
        return """
                {"resourceType":"Patient","id":"ID","birthDate":"1961-04-09",
                 "identifier":[{"system":"urn:mrn","value":"NUMBER"}],"name":[{"text":"王小东"}]}""".replace("ID", id).replace("NUMBER", number);
    }

    static ObjectNode report(String id, String status, String conclusion) {
        ObjectNode report =
                FhirCases.json("""
                {"resourceType":"DiagnosticReport","id":"ID","status":"STATUS","subject":{"reference":"Patient/p-7"},
                 "category":CATEGORY,"code":{"text":"胸部CT平扫"},"effectiveDateTime":"2021-05-15T08:30:00+08:00",
                 "issued":"2021-05-15T10:00:00+08:00"}""".replace("ID", id).replace("STATUS", status).replace("CATEGORY", RADIOLOGY));
        return report.put("conclusion", conclusion);
    }

    static ObjectNode form(ObjectNode report, String type, String words, Charset charset) {
        report.withArray("/presentedForm")
                .addObject()
                .put("contentType", type)
                .put("data", Base64.getEncoder().encodeToString(words.getBytes(charset)));
        return report;
    }
}
