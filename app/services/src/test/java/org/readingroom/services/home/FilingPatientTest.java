package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.fhir.FhirReports;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

/// Under which patient of the RIS a report is filed.
// [utest->req~report.patient-sure~1]
class FilingPatientTest {
    private final FhirDouble ris = new FhirDouble();
    private final FhirReports reports =
            new FhirReports(new HttpLink(HttpServer.open(ris.base()), LinkWitness.NONE, HttpTimes.DEFAULT));

    @AfterEach
    void close() {
        ris.close();
    }

    @ParameterizedTest
    @CsvSource({
        // number's issuer, birth date and name there; issuer and birth date here; fits
        "'', 1961-04-09, Wang, '', 1961-04-09, true",
        "'', 1961-04-10, Zhang, '', 1961-04-09, false",
        "'', '', Wang, '', 1961-04-09, false",
        "'', '', ＺＨＡＮＧ, '', 1961-04-09, true",
        "'', 1961, Wang, '', 1961-04-09, false",
        "'', 1961, zhang, '', 1961-04-09, true",
        "'', 1962, Zhang, '', 1961-04-09, false",
        "'', 1961-04-09, Wang, '', '', false",
        "'', 1961-04-09, Zhang, '', '', true",
        "Second Hospital, 1961-04-09, Zhang, First Hospital, 1961-04-09, false",
        "first hospital, 1961-04-09, Zhang, First Hospital, 1961-04-09, true",
        "First Hospital, 1961-04-09, Zhang, '', 1961-04-09, true",
    })
    void aNumberAloneIsNoPatient(
            String issuer, String born, String name, String ownIssuer, String ownBorn, boolean isSure)
            throws Exception {
        ris.put(record("p1", issuer, born, name, ""));
        assertEquals(
                isSure ? Optional.of("p1") : Optional.empty(),
                reports.patient(new Patient(
                        new PatientId("7", ownIssuer),
                        new PersonName("Zhang^San", "", ""),
                        ownBorn.isEmpty() ? null : LocalDate.parse(ownBorn),
                        Sex.UNKNOWN)));
    }

    @Test
    void aMergedRecordStandsForTheOneThatHolds() throws Exception {
        ris.put(record("dead", "", "1961-04-09", "Zhang", ",\"active\":false," + replacedBy("between")));
        ris.put(record("between", "", "1961-04-09", "Zhang", "," + replacedBy("holds")));
        ris.put(record("holds", "", "1961-04-09", "Zhang", ",\"active\":true").replace("\"7\"", "\"8\""));
        assertEquals(Optional.of("holds"), reports.patient(zhang()));
        // the number went along as an old one
        ris.put(record("holds", "", "1961-04-09", "Zhang", ""));
        assertEquals(Optional.of("holds"), reports.patient(zhang()));
    }

    @Test
    void nobodyIsGuessed() throws Exception {
        assertEquals(Optional.empty(), reports.patient(zhang()), "none");
        ris.put(record("p1", "", "1961-04-09", "Zhang", ",\"active\":false"));
        assertEquals(Optional.empty(), reports.patient(zhang()), "out of use, and nobody in its place");
        ris.put(record("p2", "", "1961-04-09", "Zhang", "," + replacedBy("p3")));
        ris.put(record("p3", "", "1961-04-09", "Zhang", "," + replacedBy("p2")));
        assertEquals(Optional.empty(), reports.patient(zhang()), "a circle");
        ris.put(record("p2", "", "1961-04-09", "Zhang", ""));
        ris.put(record("p3", "", "1961-04-09", "Zhang", ""));
        assertEquals(Optional.empty(), reports.patient(zhang()), "two");
    }

    private static Patient zhang() {
        return new Patient(
                new PatientId("7", ""), new PersonName("Zhang^San", "", ""), LocalDate.of(1961, 4, 9), Sex.UNKNOWN);
    }

    private static String replacedBy(String id) {
        return "\"link\":[{\"type\":\"replaced-by\",\"other\":{\"reference\":\"Patient/" + id + "\"}}]";
    }

    private static String record(String id, String issuer, String born, String name, String more) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"identifier\":[{\"value\":\"7\""
                + (issuer.isEmpty() ? "" : ",\"assigner\":{\"display\":\"" + issuer + "\"}")
                + "}],\"name\":[{\"family\":\"" + name + "\",\"given\":[\"San\"]}]"
                + (born.isEmpty() ? "" : ",\"birthDate\":\"" + born + "\"") + more + "}";
    }
}
