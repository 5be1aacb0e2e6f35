package org.readingroom.services.remote.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.testing.MisbehavingHttp;
import org.readingroom.services.testing.MisbehavingHttp.Manner;
import org.readingroom.services.testing.MisbehavingHttp.Reply;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.services.testing.Witness;
import org.readingroom.viewer.model.WorkstationException;

/// Whatever a server does, a request ends in time, in words, and is sent once.
// [utest->req~link.http~1]
class HttpLinkTest {
    private static final HttpTimes PATIENT =
            new HttpTimes(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));
    /// Where a silence is what is looked for.
    private static final HttpTimes QUICK =
            new HttpTimes(Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(1500));
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final byte[] BODY = new byte[3000];

    static {
        new Random(7).nextBytes(BODY);
    }

    private final Witness witness = new Witness();
    private MisbehavingHttp server;
    private HttpLink link;

    @BeforeEach
    void start() throws Exception {
        server = new MisbehavingHttp(ask -> Reply.of(200, "application/octet-stream", BODY));
        link = new HttpLink(HttpServer.open(server.base()), witness, PATIENT);
    }

    private void hurry() {
        link.close();
        link = new HttpLink(HttpServer.open(server.base()), witness, QUICK);
    }

    private static boolean isSilence(Manner manner) {
        return Set.of(Manner.STALL, Manner.STALL_IN_BODY, Manner.DRIP, Manner.DRIP_HEAD)
                .contains(manner);
    }

    @AfterEach
    void stop() throws Exception {
        link.close();
        server.close();
    }

    private HttpFaultException fails(HttpRequest request) {
        return assertTimeoutPreemptively(BOUND, () -> assertThrows(HttpFaultException.class, () -> link.send(request)));
    }

    @Test
    void anAnswerComesWithItsHeadersAndBytes() throws WorkstationException {
        server.answerBy(ask -> Reply.of(200, "application/fhir+json", BODY)
                .with("ETag: W/\"3\"")
                .with("Location: Task/1/_history/3")
                .with("Date: Sun, 29 Nov 2026 12:00:00 GMT"));
        HttpAnswer answer = link.send(HttpRequest.put("Task/1", "application/fhir+json", BODY)
                .ifMatch("W/\"2\"")
                .header("Prefer", "return=representation")
                .query("who", "王^小 东&1=2"));
        assertArrayEquals(BODY, answer.body());
        assertEquals(Optional.of("W/\"3\""), answer.etag());
        assertEquals(Optional.of("Task/1/_history/3"), answer.location());
        assertEquals("application/fhir+json", answer.contentType());
        assertEquals("2026-11-29T12:00:00Z", answer.serverTime().orElseThrow().toString());
        MisbehavingHttp.Ask asked = server.asked().getFirst();
        assertEquals("PUT", asked.method());
        assertEquals("/Task/1?who=%E7%8E%8B%5E%E5%B0%8F%20%E4%B8%9C%261%3D2", asked.target());
        assertEquals("W/\"2\"", asked.header("If-Match"));
        assertEquals("application/fhir+json", asked.header("Content-Type"));
        assertArrayEquals(BODY, asked.body());
        assertEquals(1, witness.answers.get());
    }

    @ParameterizedTest
    @CsvSource({
        "301, REDIRECTED",
        "302, REDIRECTED",
        "307, REDIRECTED",
        "400, REFUSED",
        "401, SIGNED_OUT",
        "403, FORBIDDEN",
        "404, MISSING",
        "406, REFUSED",
        "408, BUSY",
        "409, CONFLICT",
        "410, MISSING",
        "412, CONFLICT",
        "413, TOO_LARGE",
        "415, REFUSED",
        "422, REFUSED",
        "429, BUSY",
        "500, BROKEN",
        "501, REFUSED",
        "502, BROKEN",
        "503, BUSY",
        "504, BROKEN"
    })
    void everyRefusalHasItsMeaningAndIsAskedOnce(int status, ServerFault fault) throws Exception {
        try (MisbehavingHttp elsewhere = new MisbehavingHttp(ask -> Reply.of(200))) {
            server.answerBy(ask -> Reply.of(status, "text/plain", "她 says no".getBytes(StandardCharsets.UTF_8))
                    .with("Location: " + elsewhere.base() + "/there")
                    .with("Retry-After: 0"));
            HttpFaultException write = fails(HttpRequest.post("Task", "text/plain", BODY));
            assertEquals(fault, write.fault());
            assertEquals(status, write.status());
            assertEquals("她 says no", write.answer());
            assertFalse(write.getMessage().contains("她"), "words of the server are not for the log");
            assertEquals(1, server.asked().size());
            assertEquals(fault, fails(HttpRequest.get("Task")).fault());
            assertTrue(elsewhere.asked().isEmpty(), "nothing goes where the settings do not point");
            assertEquals(List.of(), witness.losses);
            boolean isFromGateway = status == 502 || status == 504;
            assertEquals(isFromGateway ? 0 : 2, witness.answers.get(), "a gateway is not the server");
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void howeverItMisbehavesItEndsInTimeAndAWriteIsSentOnce(Manner manner) throws Exception {
        server.answerBy(ask -> Reply.of(200, "application/octet-stream", BODY).in(manner));
        HttpRequest write = HttpRequest.post("Task", "text/plain", BODY);
        if (isSilence(manner)) {
            hurry();
        }
        switch (manner) {
            case WELL, WELL_UNTOLD -> assertArrayEquals(BODY, link.send(write).body());
            // Nothing tells these from a short answer: whoever reads it looks for its end.
            case CUT_UNTOLD, LENGTH_TOO_SHORT ->
                assertEquals(BODY.length / 2, link.send(write).body().length);
            default -> {
                ServerFault expected = switch (manner) {
                    case STALL, STALL_IN_BODY, DRIP, DRIP_HEAD -> ServerFault.SILENT;
                    case SWALLOW -> ServerFault.UNREACHABLE;
                    default -> ServerFault.GARBLED;
                };
                assertEquals(expected, fails(write).fault());
                assertEquals(expected.isLoss() ? 1 : 0, witness.losses.size());
            }
        }
        assertEquals(1, server.asked().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"STALL", "STALL_IN_BODY", "DRIP", "DRIP_HEAD", "CUT", "CUT_CHUNKED", "LENGTH_TOO_LONG"})
    void aStreamEndsInTimeAsWell(Manner manner) {
        server.answerBy(ask -> Reply.of(200, "application/octet-stream", BODY).in(manner));
        ServerFault expected = isSilence(manner) ? ServerFault.SILENT : ServerFault.GARBLED;
        if (isSilence(manner)) {
            hurry();
        }
        HttpFaultException fault = assertTimeoutPreemptively(
                BOUND,
                () -> assertThrows(
                        HttpFaultException.class,
                        () -> link.stream(HttpRequest.get("series"), (head, in) -> in.readAllBytes())));
        assertEquals(expected, fault.fault());
    }

    @Test
    void whoeverReadsSlowlyIsNotTakenForASlowServer() throws WorkstationException {
        Duration stall = Duration.ofSeconds(1);
        link = new HttpLink(HttpServer.open(server.base()), witness, new HttpTimes(stall, stall, PATIENT.whole()));
        int read = link.stream(HttpRequest.get("series"), (head, in) -> {
            int count = 0;
            for (int i = 0; i < 3; i++) {
                count += in.readNBytes(100).length;
                try {
                    Thread.sleep(stall);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return count;
        });
        assertEquals(300, read);
    }

    @ParameterizedTest
    @CsvSource({
        "120, , 120",
        "-5, , -1",
        "soon, , -1",
        "999999, , 3600",
        "'Sun, 29 Nov 2026 12:00:30 GMT', 'Sun, 29 Nov 2026 12:00:00 GMT', 30",
        "'Sun, 29 Nov 2026 11:00:00 GMT', 'Sun, 29 Nov 2026 12:00:00 GMT', 0",
        // its clock is a day and more from ours: only its own counts
        "'Fri, 01 Jan 1999 00:01:00 GMT', 'Fri, 01 Jan 1999 00:00:00 GMT', 60"
    })
    void theServersWishToBeLeftAloneIsReadByItsOwnClock(String wish, String clock, long seconds) {
        Reply busy = Reply.of(503).with("Retry-After: " + wish);
        server.answerBy(ask -> clock == null ? busy : busy.with("Date: " + clock));
        Optional<Duration> retryAfter = fails(HttpRequest.get("Task")).retryAfter();
        assertEquals(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)), retryAfter);
    }

    @Test
    void anAnswerTooLongIsNotTakenIn() {
        HttpFaultException fault = fails(HttpRequest.get("Task").upTo(BODY.length - 1));
        assertEquals(ServerFault.GARBLED, fault.fault());
    }

    @Test
    void anExpectedStatusIsAnAnswer() throws WorkstationException {
        server.answerBy(ask -> Reply.of(409, "application/dicom+json", BODY));
        HttpAnswer answer = link.send(HttpRequest.post("studies", "x/y", BODY).expecting(409));
        assertEquals(409, answer.status());
        assertArrayEquals(BODY, answer.body());
    }

    @Test
    void aCutLinkLetsNothingOut() {
        witness.cut = true;
        assertEquals(ServerFault.CUT, fails(HttpRequest.get("Task")).fault());
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aServerThatIsNotThereIsALoss() throws Exception {
        URI gone = URI.create("http://127.0.0.1:" + OtherProgram.freePort());
        link = new HttpLink(HttpServer.open(gone), witness, PATIENT);
        assertEquals(ServerFault.UNREACHABLE, fails(HttpRequest.get("Task")).fault());
        assertEquals(List.of("services.server.unreachable"), witness.losses);
    }

    @Test
    void credentialsGoWithEveryRequestAndNowhereElse() throws Exception {
        try (MisbehavingHttp elsewhere = new MisbehavingHttp(ask -> Reply.of(200))) {
            URI base = URI.create(server.base() + "/fhir");
            HttpServer.Access access = new HttpServer.Access.Basic("阅片", "pw");
            link = new HttpLink(new HttpServer(base, access, null, null, ""), witness, PATIENT);
            link.send(HttpRequest.get(base + "?page=2"));
            link.send(HttpRequest.get("Task"));
            assertEquals("Basic 6ZiF54mHOnB3", server.asked().get(0).header("Authorization"));
            assertEquals("/fhir/Task", server.asked().get(1).target());
            for (String outside : List.of(
                    elsewhere.base() + "/fhir?page=2",
                    server.base() + "/other",
                    server.base() + "/fhirs",
                    "../other",
                    "%2e%2e/other",
                    "https://localhost/fhir")) {
                assertEquals(
                        ServerFault.REDIRECTED, fails(HttpRequest.get(outside)).fault(), outside);
            }
            assertEquals(2, server.asked().size());
            assertTrue(elsewhere.asked().isEmpty());
        }
    }

    @Test
    void aTokenIsShownAndItsEndIsTold() {
        HttpServer.Access access = new HttpServer.Access.Bearer("t.o.k");
        link = new HttpLink(new HttpServer(server.base(), access, null, null, ""), witness, PATIENT);
        server.answerBy(ask -> Reply.of(401).with("WWW-Authenticate: Bearer error=\"invalid_token\""));
        assertEquals(ServerFault.SIGNED_OUT, fails(HttpRequest.get("Task")).fault());
        assertEquals("Bearer t.o.k", server.asked().getFirst().header("Authorization"));
        assertEquals(1, server.asked().size());
    }

    @Test
    void settingsThatCannotBeUsedFailInWords() {
        link = new HttpLink(HttpServer.open(URI.create("ftp://localhost/")), witness, PATIENT);
        assertEquals(ServerFault.UNREACHABLE, fails(HttpRequest.get("Task")).fault());
    }

    @Test
    void anInterruptGivesItUp() throws Exception {
        server.answerBy(ask -> Reply.of(200).in(Manner.STALL));
        link = new HttpLink(HttpServer.open(server.base()), witness, HttpTimes.DEFAULT);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                link.send(HttpRequest.get("Task"));
                ended.complete(new AssertionError("answered"));
            } catch (WorkstationException | RuntimeException e) {
                ended.complete(e);
            }
        });
        Thread.sleep(200);
        asking.interrupt();
        assertEquals(
                CancellationException.class, ended.get(30, TimeUnit.SECONDS).getClass());
        assertEquals(List.of(), witness.losses, "giving up is no loss");
    }

    @Test
    void aKeptConnectionThatTheServerHasClosedIsNoFault() throws Exception {
        for (int i = 0; i < 3; i++) {
            link.send(HttpRequest.get("Task"));
            link.send(HttpRequest.post("Task", "text/plain", BODY));
            server.hangUp();
        }
        assertEquals(
                3,
                server.asked().stream()
                        .filter(ask -> ask.method().equals("POST"))
                        .count(),
                "a read may be asked again, a write never");
        assertEquals(List.of(), witness.losses);
    }
}
