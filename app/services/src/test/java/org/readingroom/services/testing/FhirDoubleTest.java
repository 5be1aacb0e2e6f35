package org.readingroom.services.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The double itself, asked by the HTTP client of the JDK; what it must say is written in the FHIR R4 specification
/// (http.html) or was seen of HAPI FHIR 8.8.
class FhirDoubleTest {
    private static final String TASK = """
            {"resourceType":"Task","id":"t1","status":"requested","intent":"order","for":{"reference":"Patient/p1"}}""";

    private FhirDouble server = new FhirDouble();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> reply) throws IOException {
        return FhirActs.MAPPER.readTree(reply.body());
    }

    @Test
    void aStaleVersionIsAConflictAndEqualContentMakesNoVersion() throws Exception {
        server.put(TASK);
        assertEquals(
                "W/\"1\"",
                send("GET", "Task/t1", "").headers().firstValue("ETag").orElseThrow());
        String accepted = TASK.replace("requested", "accepted");
        assertEquals(
                200, send("PUT", "Task/t1", accepted, "If-Match", "W/\"1\"").statusCode());
        assertEquals(409, send("PUT", "Task/t1", TASK, "If-Match", "W/\"1\"").statusCode());
        assertEquals(2, server.versions("Task", "t1"));
        assertEquals(
                200, send("PUT", "Task/t1", accepted, "If-Match", "W/\"2\"").statusCode());
        assertEquals(2, server.versions("Task", "t1"));
    }

    @Test
    void aConditionalCreateMakesOne() throws Exception {
        String report = """
                {"resourceType":"DiagnosticReport","status":"final","identifier":[{"system":"urn:s","value":"7"}]}""";
        String[] once = {"If-None-Exist", "identifier=urn:s%7C7"};
        assertEquals(201, send("POST", "DiagnosticReport", report, once).statusCode());
        assertEquals(200, send("POST", "DiagnosticReport", report, once).statusCode());
        assertEquals(1, server.all("DiagnosticReport").size());
    }

    @Test
    void aTransactionWithOneConflictChangesNothingAndAWholeOneResolvesItsNames() throws Exception {
        server.put(TASK);
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:a","resource":{"resourceType":"Observation","status":"final"},
                  "request":{"method":"POST","url":"Observation","ifNoneExist":"identifier=urn:o%7C1"}},
                 {"resource":{"resourceType":"DiagnosticReport","id":"r","result":[{"reference":"urn:uuid:a"}]},
                  "request":{"method":"PUT","url":"DiagnosticReport/r"}},
                 {"resource":TASK,"request":{"method":"PUT","url":"Task/t1","ifMatch":"W/\\"9\\""}}]}""".replace("TASK", TASK.replace("requested", "completed"));
        assertEquals(409, send("POST", "", bundle).statusCode());
        assertTrue(server.all("Observation").isEmpty());
        JsonNode answer = json(send("POST", "", bundle.replace("\\\"9", "\\\"1")));
        assertEquals("transaction-response", answer.path("type").asText());
        String observation = server.all("Observation").getFirst().path("id").asText();
        assertEquals(
                "Observation/" + observation,
                server.get("DiagnosticReport", "r")
                        .orElseThrow()
                        .at("/result/0/reference")
                        .asText());
        assertEquals("W/\"2\"", answer.at("/entry/2/response/etag").asText());
    }

    @Test
    void searchesPageAndIncludeAndHistoryShowsDeletions() throws Exception {
        server.close();
        server = new FhirDouble(FhirAbilities.STRICT_R4.withPageSize(2), InstantSource.system());
        server.put("{\"resourceType\":\"Patient\",\"id\":\"p1\"}");
        for (int i = 0; i < 5; i++) {
            server.put(TASK.replace("t1", "t" + i));
        }
        List<String> seen = new ArrayList<>();
        String next = "Task?status=requested,accepted&_include=Task:patient";
        while (!next.isEmpty()) {
            JsonNode page = json(send("GET", next.replace("|", "%7C"), ""));
            page.path("entry").forEach(e -> seen.add(e.at("/resource/id").asText()));
            next = "";
            for (JsonNode link : page.path("link")) {
                if (link.path("relation").asText().equals("next")) {
                    next = link.path("url")
                            .asText()
                            .substring(server.base().toString().length());
                }
            }
        }
        assertEquals(List.of("t0", "t1", "p1", "t2", "t3", "p1", "t4", "p1"), seen);
        server.delete("Task", "t3");
        JsonNode newest = json(send("GET", "Task/_history?_count=1", "")).at("/entry/0");
        assertEquals("DELETE", newest.at("/request/method").asText());
        assertTrue(newest.path("resource").isMissingNode());
        assertEquals(410, send("GET", "Task/t3", "").statusCode());
        assertEquals(400, send("GET", "Task?nonsense=1", "").statusCode());
    }

    @Test
    void aLostReplyWasDoneAndALostRequestWasNot() throws Exception {
        server.put(TASK);
        server.faults().next(r -> r.method().equals("PUT"), new FhirFault.LoseReply(), new FhirFault.LoseRequest());
        assertThrows(IOException.class, () -> send("PUT", "Task/t1", TASK.replace("requested", "accepted")));
        assertEquals(2, server.versions("Task", "t1"));
        assertThrows(IOException.class, () -> send("PUT", "Task/t1", TASK.replace("requested", "rejected")));
        assertEquals(2, server.versions("Task", "t1"));
        server.faults().next(new FhirFault.Status(503, 7), new FhirFault.CutReply());
        assertEquals(
                "7",
                send("GET", "Task/t1", "").headers().firstValue("Retry-After").orElseThrow());
        assertThrows(IOException.class, () -> send("GET", "Task/t1", ""));
    }
}
