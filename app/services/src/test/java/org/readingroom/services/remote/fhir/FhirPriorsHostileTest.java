package org.readingroom.services.remote.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.services.remote.fhir.PriorCases.PATIENT;
import static org.readingroom.services.remote.fhir.PriorCases.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisPriors.Found;
import org.readingroom.viewer.task.Progress;

/// Servers that answer what was not asked, or do not stop answering.
// [utest->req~report.outside.hostile~1]
class FhirPriorsHostileTest {
    private static final HttpTimes SHORT =
            new HttpTimes(Duration.ofSeconds(4), Duration.ofMillis(300), Duration.ofMillis(600));

    /// What the server says to a search for reports, and to one report; the patient is always found.
    private static Function<String, byte[]> answers(Function<String, String> search, Function<String, String> read) {
        return place -> {
            if (place.startsWith("Patient?identifier")) {
                return RawServer.bytes(bundle("", PriorCases.patient("p-7", "DEMO-7")));
            }
            if (place.startsWith("Patient")) {
                return RawServer.bytes(bundle(""));
            }
            return RawServer.bytes(place.startsWith("DiagnosticReport/") ? read.apply(place) : search.apply(place));
        };
    }

    private static String bundle(String next, String... resources) {
        String entries = List.of(resources).stream()
                .map(each -> "{\"resource\":" + each + "}")
                .collect(Collectors.joining(","));
        String link = next.isEmpty() ? "" : "\"link\":[{\"relation\":\"next\",\"url\":\"" + next + "\"}],";
        return "{\"resourceType\":\"Bundle\"," + link + "\"entry\":[" + entries + "]}";
    }

    private static Found ask(RawServer server, HttpTimes times) throws Exception {
        try (HttpLink link = new HttpLink(HttpServer.open(server.base()), LinkWitness.NONE, times)) {
            return new FhirPriors(link)
                    .of(PATIENT, id -> Optional.empty(), Progress.IGNORED)
                    .orElseThrow();
        }
    }

    private static List<String> words(Found found) {
        return found.reports().stream().map(one -> one.conclusion()).toList();
    }

    @Test
    void aReportOfSomebodyElseInTheBundleIsLeftOut() throws Exception {
        ObjectNode theirs = report("r-8", "final", "of another patient");
        theirs.putObject("subject").put("reference", "Patient/p-8");
        ObjectNode elsewhere = report("r-9", "final", "of nobody");
        elsewhere.remove("subject");
        String mine = report("r-1", "final", "mine").toString();
        // its head says it is the patient's, and then it is not
        String turned = report("r-2", "final", "head").toString();
        try (RawServer server = new RawServer(answers(
                place -> bundle(
                        "", theirs.toString(), mine, elsewhere.toString(), turned, PriorCases.patient("p-8", "DEMO-8")),
                place -> place.endsWith("r-1") ? mine : theirs.put("id", "r-2").toString()))) {
            assertEquals(List.of("mine"), words(ask(server, FhirPriors.TIMES)));
            assertFalse(server.asked().contains("DiagnosticReport/r-8"));
        }
    }

    @Test
    void aPatientWhoWasNotAskedForIsNoPatient() throws Exception {
        try (RawServer server = new RawServer(place -> RawServer.bytes(
                        bundle("", PriorCases.patient("p-8", "DEMO-8"), PriorCases.patient("p-9", "OLD DEMO-7"))));
                HttpLink link = new HttpLink(HttpServer.open(server.base()), LinkWitness.NONE, FhirPriors.TIMES)) {
            assertEquals(Optional.empty(), new FhirPriors(link).of(PATIENT, id -> Optional.empty(), Progress.IGNORED));
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void pagesInACircleEndAndEachReportIsReadOnce() throws Exception {
        String one = report("r-1", "final", "one").toString();
        AtomicInteger pages = new AtomicInteger();
        try (RawServer server = new RawServer(answers(
                place -> {
                    pages.incrementAndGet();
                    return bundle("DiagnosticReport?page=1", one);
                },
                place -> one))) {
            Found found = ask(server, FhirPriors.TIMES);
            assertEquals(List.of("one"), words(found));
            assertFalse(found.isWhole(), "who goes round has not told all");
            assertTrue(pages.get() <= 8, pages::toString);
        }
    }

    @Test
    void ofVeryManyReportsTheFirstAreReadAndItIsSaid() throws Exception {
        String[] many = IntStream.range(0, 300)
                .mapToObj(i -> report("r-" + i, "final", "n" + i).toString())
                .toArray(String[]::new);
        try (RawServer server = new RawServer(
                answers(place -> bundle("", many), place -> many[Integer.parseInt(place.replaceAll("\\D", ""))]))) {
            Found found = ask(server, FhirPriors.TIMES);
            assertEquals(FhirPriors.MOST_REPORTS, found.reports().size());
            assertEquals("n0", words(found).getFirst());
            assertFalse(found.isWhole());
        }
    }

    @Test
    void aHugeReportIsNamedAndAHugePageIsRefused() throws Exception {
        String small = report("r-1", "final", "small").toString();
        String huge = report("r-2", "final", "x".repeat(9 << 20)).toString();
        String head = report("r-2", "final", "").toString();
        try (RawServer server = new RawServer(
                answers(place -> bundle("", small, head), place -> place.endsWith("r-1") ? small : huge))) {
            Found found = ask(server, FhirPriors.TIMES);
            assertEquals(List.of("small", ""), words(found));
            assertEquals(
                    List.of(true, false),
                    found.reports().stream().map(one -> one.isWhole()).toList());
        }
        try (RawServer server = new RawServer(answers(place -> bundle("", huge), place -> huge))) {
            RisException told = assertThrows(RisException.class, () -> ask(server, FhirPriors.TIMES));
            assertEquals(ServerFault.GARBLED, told.fault());
        }
    }

    @Test
    void aPageElsewhereIsNotFollowed() throws Exception {
        String one = report("r-1", "final", "one").toString();
        try (RawServer server =
                new RawServer(answers(place -> bundle("http://elsewhere.invalid/other?page=2", one), place -> one))) {
            RisException told = assertThrows(RisException.class, () -> ask(server, FhirPriors.TIMES));
            assertEquals(ServerFault.REDIRECTED, told.fault());
        }
    }

    @Test
    void namesThatAreNoneBreakNothing() throws Exception {
        String noId = report("", "final", "no id").toString();
        String path = report("../Patient/p-8", "final", "a path").toString();
        String odd = "{\"resourceType\":\"DiagnosticReport\",\"id\":7,\"status\":[],\"subject\":\"Patient/p-7\"}";
        String scheme = report("r-1", "final", "one")
                .put("effectiveDateTime", "yesterday")
                .put("issued", "2021-13-45")
                .toString();
        try (RawServer server = new RawServer(answers(place -> bundle("", noId, path, odd, scheme), place -> scheme))) {
            Found found = ask(server, FhirPriors.TIMES);
            assertEquals(List.of("one"), words(found));
            assertEquals(Optional.empty(), found.reports().getFirst().prior(PATIENT), "no day, no earlier report");
            assertTrue(server.asked().stream().noneMatch(place -> place.contains("..")));
        }
    }

    @Test
    void silenceEndsAndWhoGivesUpIsLetGo() throws Exception {
        try (RawServer server = new RawServer(place -> {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        })) {
            RisException told = assertThrows(RisException.class, () -> ask(server, SHORT));
            assertEquals(ServerFault.SILENT, told.fault());
        }
        String one = report("r-1", "final", "one").toString();
        try (RawServer server = new RawServer(answers(place -> bundle("", one), place -> one));
                HttpLink link = new HttpLink(HttpServer.open(server.base()), LinkWitness.NONE, FhirPriors.TIMES)) {
            Progress givenUp = new Progress() {
                @Override
                public void at(long done, long total) {}

                @Override
                public boolean isCancelled() {
                    return true;
                }
            };
            assertThrows(
                    CancellationException.class,
                    () -> new FhirPriors(link).of(PATIENT, id -> Optional.empty(), givenUp));
            assertFalse(server.asked().contains("DiagnosticReport/r-1"));
        }
    }
}
