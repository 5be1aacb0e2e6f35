package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.fhir.FhirReports;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.viewer.model.StudyUid;

/// Answers of a RIS that say more of the way to it than of what was asked for.
class ClosedDoorTest {
    private final FhirDouble ris = new FhirDouble();
    private final FhirReports reports =
            new FhirReports(new HttpLink(HttpServer.open(ris.base()), LinkWitness.NONE, HttpTimes.DEFAULT));

    @AfterEach
    void close() {
        ris.close();
    }

    @Test
    void aSearchOrAFilingThatIsNotFoundFoundNoRis() {
        ris.faults().next(FhirFault.status(404), FhirFault.status(404), FhirFault.status(404));
        assertEquals(
                ServerFault.UNREACHABLE,
                assertThrows(RisException.class, () -> reports.ofStudy(new StudyUid("2.25.1")))
                        .fault());
        assertEquals(
                ServerFault.UNREACHABLE,
                assertThrows(RisException.class, () -> reports.file(new byte[] {'{', '}'}))
                        .fault());
        assertEquals(
                ServerFault.MISSING,
                assertThrows(RisException.class, () -> reports.complete("7")).fault(),
                "a case may well be gone");
    }

    @Test
    void aCaseThatWasChangedMeanwhileIsReadAgain() throws Exception {
        ris.put("{\"resourceType\":\"Task\",\"id\":\"7\",\"status\":\"in-progress\",\"priority\":\"stat\"}");
        ris.faults().next(request -> request.method().equals("PUT"), FhirFault.status(412), FhirFault.status(409));
        assertTrue(reports.complete("7"));
        assertEquals("completed", ris.all("Task").getFirst().path("status").asText());
        assertEquals("stat", ris.all("Task").getFirst().path("priority").asText());
    }
}
