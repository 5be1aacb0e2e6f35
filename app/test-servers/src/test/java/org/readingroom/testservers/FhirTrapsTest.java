package org.readingroom.testservers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.services.testing.RealHospital;

/// What a real FHIR server does that the standard would not make one expect. The program counts on every line of
/// this; a new version of the server that behaves otherwise is noticed here.
// [utest->req~house.servers~1]
@Tag("slow")
class FhirTrapsTest {
    private final String own = UUID.randomUUID().toString();
    private Fhir fhir;

    @BeforeEach
    void ask() throws Exception {
        fhir = new Fhir(RealHospital.shared().fhir());
    }

    @AfterEach
    void close() {
        if (fhir != null) {
            fhir.close();
        }
    }

    private String basic(String words) {
        return """
                {"resourceType":"Basic","identifier":[{"system":"urn:test","value":"%s"}],"code":{"text":"%s"}}""".formatted(own, words);
    }

    private String basic(String id, String words) {
        return basic(words).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    }

    private int count() throws Exception {
        return fhir.get("Basic?identifier=urn:test%7C" + own + "&_summary=count")
                .body()
                .path("total")
                .asInt();
    }

    @Test
    void aConditionalCreateTwiceMakesOne() throws Exception {
        String[] once = {"If-None-Exist", "identifier=urn:test|" + own};
        Fhir.Reply first = fhir.send("POST", "Basic", basic("a"), once);
        Fhir.Reply second = fhir.send("POST", "Basic", basic("a"), once);
        assertEquals(List.of(201, 200), List.of(first.status(), second.status()));
        assertEquals(first.id(), second.id());
        assertEquals(1, count());
    }

    @Test
    void ofEightConditionalCreatesAtOnceAllButOneMayBeRefusedAndOneIsKept() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> fhir.send("POST", "Basic", basic("a"), "If-None-Exist", "identifier=urn:test|" + own)
                    .status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> each : eight.invokeAll(calls)) {
                statuses.add(each.get());
            }
        }
        assertEquals(1, statuses.stream().filter(s -> s == 201).count(), statuses.toString());
        assertTrue(statuses.stream().allMatch(s -> List.of(200, 201, 409, 412).contains(s)), statuses.toString());
        assertEquals(1, count());
    }

    @Test
    void aStaleIfMatchIsAConflictThoughNotThatOfTheStandard() throws Exception {
        String path = "Basic/b-" + own;
        fhir.send("PUT", path, basic("b-" + own, "one"));
        assertEquals(
                200,
                fhir.send("PUT", path, basic("b-" + own, "two"), "If-Match", "W/\"1\"")
                        .status());
        assertEquals(
                409,
                fhir.send("PUT", path, basic("b-" + own, "three"), "If-Match", "W/\"1\"")
                        .status());
        assertEquals("two", fhir.get(path).body().at("/code/text").asText());
    }

    @Test
    void theOwnWriteSentAgainAfterALostReplyIsAConflictToo() throws Exception {
        String path = "Basic/b-" + own;
        fhir.send("PUT", path, basic("b-" + own, "one"));
        String[] match = {"If-Match", "W/\"1\""};
        assertEquals(
                List.of(200, 409),
                List.of(
                        fhir.send("PUT", path, basic("b-" + own, "mine"), match).status(),
                        fhir.send("PUT", path, basic("b-" + own, "mine"), match).status()));
    }

    @Test
    void equalContentMakesNoNewVersion() throws Exception {
        String path = "Basic/b-" + own;
        fhir.send("PUT", path, basic("b-" + own, "same"));
        Fhir.Reply again = fhir.send("PUT", path, basic("b-" + own, "same"));
        assertEquals("W/\"1\"", again.etag());
    }

    @Test
    void aTransactionWithAStaleVersionChangesNothing() throws Exception {
        String path = "Basic/b-" + own;
        fhir.send("PUT", path, basic("b-" + own, "one"));
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:%s","resource":%s,"request":{"method":"POST","url":"Basic"}},
                 {"resource":%s,"request":{"method":"PUT","url":"%s","ifMatch":"W/\\"7\\""}}]}""".formatted(UUID.randomUUID(), basic("beside"), basic("b-" + own, "two"), path);
        assertEquals(409, fhir.send("POST", "", bundle).status());
        assertEquals(1, count());
        assertEquals("one", fhir.get(path).body().at("/code/text").asText());
    }

    @Test
    void historySinceShowsDeletionsWithoutTheirResource() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        String path = "Basic/b-" + own;
        fhir.send("PUT", path, basic("b-" + own, "one"));
        assertEquals(200, fhir.send("DELETE", path, "").status());
        JsonNode found = null;
        for (JsonNode entry :
                fhir.get("Basic/_history?_count=200&_since=" + before).body().path("entry")) {
            if (entry.at("/request/method").asText().equals("DELETE")
                    && entry.at("/request/url").asText().startsWith(path)) {
                found = entry;
            }
        }
        assertTrue(found != null && found.path("resource").isMissingNode(), String.valueOf(found));
        assertEquals(410, fhir.get(path).status());
    }

    @Test
    void historySinceKnowsItsPages() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        for (int i = 0; i < 5; i++) {
            fhir.send("PUT", "Basic/b" + i + "-" + own, basic("b" + i + "-" + own, "one"));
        }
        JsonNode page = fhir.get("Basic/_history?_count=2&_since=" + before).body();
        assertEquals(2, page.path("entry").size());
        assertTrue(
                page.path("link").toString().contains("\"next\""),
                page.path("link").toString());
    }

    @Test
    void aReportWithoutItsCodeIsTakenUnlessItIsJudged() throws Exception {
        String hollow = "{\"resourceType\":\"DiagnosticReport\",\"identifier\":[{\"system\":\"urn:test\",\"value\":\""
                + own + "\"}]}";
        assertEquals(201, fhir.send("POST", "DiagnosticReport", hollow).status());
        Fhir.Reply judged = fhir.send("POST", "DiagnosticReport/$validate", hollow);
        String words = judged.body().toString();
        assertTrue(words.contains("\"error\"") && words.contains("DiagnosticReport.code"), words);
    }

    @Test
    void aReferenceToNothingIsRefusedAndSoIsAnIdOfDigits() throws Exception {
        String lost =
                "{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/nobody-"
                        + own + "\"}}";
        assertEquals(400, fhir.send("POST", "Basic", lost).status());
        assertEquals(
                400, fhir.send("PUT", "Basic/8775070", basic("8775070", "x")).status());
    }

    @Test
    void namesAreFoundInChineseFromTheirBeginningOnly() throws Exception {
        String name = "%E6%BC%94%E7%A4%BA"; // 演示
        assertTrue(fhir.get("Patient?name=" + name).body().path("total").asInt(1) > 0);
        assertEquals(405, fhir.get("Patient?name:contains=" + name).status());
    }
}
