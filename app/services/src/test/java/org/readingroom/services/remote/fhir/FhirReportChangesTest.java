package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.ReportChanges;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.testing.FhirAbilities;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirRequest;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.task.Progress;

/// Hearing which reports of a whole hospital were changed.
// [utest->req~report.incoming~1]
// [utest->req~report.incoming.light~1]
class FhirReportChangesTest {
    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final FhirDouble ris = new FhirDouble(FhirAbilities.HAPI, clock);

    @AfterEach
    void close() {
        ris.close();
    }

    /// Four pages of fifty, which is all that this server gives, are followed here; two hundred and fifty reports come
    /// in two answers, and none is lost.
    @Test
    void veryManyChangesComeInParts() throws Exception {
        FhirReports reports = reports(4);
        String cursor = reports.changes("", Progress.IGNORED).cursor();
        for (int i = 0; i < 250; i++) {
            clock.advance(Duration.ofSeconds(1));
            put("r" + i);
        }
        Set<String> heard = new HashSet<>();
        ReportChanges first = reports.changes(cursor, Progress.IGNORED);
        first.reports().forEach(report -> heard.add(report.id()));
        assertEquals(200, heard.size());
        ReportChanges second = reports.changes(first.cursor(), Progress.IGNORED);
        second.reports().forEach(report -> heard.add(report.id()));
        assertEquals(250, heard.size());
        assertEquals(
                second.cursor(),
                reports.changes(second.cursor(), Progress.IGNORED).cursor());
    }

    /// More at one moment than is followed: it is said, instead of hearing the same ones for ever.
    @Test
    void moreAtOnceThanIsFollowedIsSaid() throws Exception {
        String cursor = reports(2).changes("", Progress.IGNORED).cursor();
        for (int i = 0; i < 150; i++) {
            put("r" + i);
        }
        FhirReports reports = reports(2);
        String next = reports.changes(cursor, Progress.IGNORED).cursor();
        RisException fault = assertThrows(RisException.class, () -> reports.changes(next, Progress.IGNORED));
        assertEquals(ServerFault.GARBLED, fault.fault());
    }

    /// A writing that others see only after a later one is heard all the same.
    @Test
    void whatWasStampedShortlyBeforeIsHeard() throws Exception {
        clock.advance(Duration.ofSeconds(60));
        put("slow");
        clock.advance(Duration.ofSeconds(5));
        put("quick");
        String cursor = reports(2).changes("", Progress.IGNORED).cursor();
        List<String> heard = reports(2).changes(cursor, Progress.IGNORED).reports().stream()
                .map(FiledReport::id)
                .toList();
        assertEquals(List.of("slow", "quick"), heard);
    }

    @Test
    void noWordsAndNoPdfOfOthersAreAskedFor() throws Exception {
        put("one");
        ris.forgetRequests();
        reports(2).changes("2026-01-01T00:00:00Z", Progress.IGNORED);
        FhirRequest asked = ris.requests().getFirst();
        assertTrue(asked.query().replace("%2C", ",").contains("_elements=id,meta,identifier,status"), asked.query());
    }

    /// Behind a proxy a server may name its next page by an inner name: the way of the settings is kept.
    @Test
    void theNextPageIsAskedForWhereTheSettingsSay() throws Exception {
        for (int i = 0; i < 60; i++) {
            put("r" + i);
        }
        ris.forgetRequests();
        URI outer = URI.create("http://localhost:" + ris.base().getPort() + "/fhir/");
        FhirReports reports =
                new FhirReports(new HttpLink(HttpServer.open(outer), LinkWitness.NONE, HttpTimes.DEFAULT), 4);
        assertEquals(
                60,
                reports.changes("2026-01-01T00:00:00Z", Progress.IGNORED)
                        .reports()
                        .size());
        assertEquals(2, ris.requests().size());
        for (FhirRequest each : ris.requests()) {
            assertEquals(outer.getAuthority(), each.header("host"));
        }
    }

    /// What others wrote into a case goes back as it was: the last digit of a decimal says how sure it is.
    // [utest->req~report.dispatch~1]
    @Test
    void aCaseThatIsToldToBeReadKeepsItsDecimals() throws Exception {
        ObjectNode task = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Task")
                .put("id", "t1")
                .put("status", "in-progress");
        task.withArray("/extension").addObject().put("url", "urn:dose").put("valueDecimal", new BigDecimal("5.60"));
        ris.put(task);
        ris.forgetRequests();
        assertTrue(reports(2).complete("t1"));
        FhirRequest put = ris.requests().getLast();
        assertEquals("PUT", put.method());
        assertTrue(put.body().contains("\"valueDecimal\":5.60"), put.body());
        assertTrue(put.body().contains("\"completed\""), put.body());
    }

    private void put(String id) {
        ris.put("{\"resourceType\":\"DiagnosticReport\",\"id\":\"" + id + "\",\"status\":\"final\"}");
    }

    private FhirReports reports(int pages) {
        return new FhirReports(new HttpLink(HttpServer.open(ris.base()), LinkWitness.NONE, HttpTimes.DEFAULT), pages);
    }
}
