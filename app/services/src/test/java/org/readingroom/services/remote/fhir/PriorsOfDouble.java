package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.readingroom.services.remote.fhir.PriorCases.PATIENT;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.ris.RisPriors.Found;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.viewer.task.Progress;

/// A patient on a server in memory, and the client that asks it for earlier reports.
abstract class PriorsOfDouble {
    final FhirDouble server = new FhirDouble();
    final HttpLink link = new HttpLink(HttpServer.open(server.base()), LinkWitness.NONE, FhirPriors.TIMES);
    final FhirPriors priors = new FhirPriors(link);

    @BeforeEach
    void fill() {
        server.put(PriorCases.patient("p-7", "DEMO-7"));
        server.put(PriorCases.patient("p-8", "DEMO-8"));
    }

    @AfterEach
    void stop() {
        link.close();
        server.close();
    }

    Found found() throws Exception {
        return priors.of(PATIENT, id -> Optional.empty(), Progress.IGNORED).orElseThrow();
    }

    OutsideReport only() throws Exception {
        List<OutsideReport> all = found().reports();
        assertEquals(1, all.size());
        return all.getFirst();
    }
}
