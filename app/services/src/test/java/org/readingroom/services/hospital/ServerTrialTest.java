package org.readingroom.services.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.services.link.Servers;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.MisbehavingHttp;
import org.readingroom.services.testing.MisbehavingHttp.Ask;
import org.readingroom.services.testing.MisbehavingHttp.Reply;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;

// [utest->req~hospital.servers-sheet~1]
class ServerTrialTest {
    private final LaneRunner lanes = new LaneRunner(Runnable::run);

    @AfterEach
    void close() {
        lanes.close();
    }

    private ServerTrial.Answer ask(ServerPlace place, URI base, Access access) throws WorkstationException {
        HttpServer server = new HttpServer(base, access, null, null, "");
        return ServerTrial.ask(place, new Servers(server, null, server, server), lanes);
    }

    private String refused(ServerPlace place, Reply reply) throws Exception {
        try (MisbehavingHttp server = new MisbehavingHttp(ask -> reply)) {
            return assertThrows(WorkstationException.class, () -> ask(place, server.base(), new Access.Open()))
                    .messageKey();
        }
    }

    private static Reply json(String text) {
        return Reply.of(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anArchiveIsAskedForNobodysStudiesWithItsAccess() throws Exception {
        try (MisbehavingHttp server = new MisbehavingHttp(ask -> json("[]"))) {
            ServerTrial.Answer answer = ask(ServerPlace.DICOM_WEB, server.base(), new Access.Bearer("t0k"));
            assertTrue(answer.took().toMillis() < 10_000);
            List<Ask> asked = server.asked();
            assertEquals(1, asked.size());
            assertEquals("Bearer t0k", asked.getFirst().header("Authorization"));
            assertTrue(
                    asked.getFirst().target().contains("studies?"),
                    asked.getFirst().target());
            assertTrue(asked.getFirst().target().contains("READINGROOM-TRIAL"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, services.server.signed-out",
        "403, services.server.forbidden",
        "404, services.server.missing",
        "500, services.server.broken",
        "302, services.server.redirected",
    })
    void whatAServerSaysInsteadIsTold(int status, String key) throws Exception {
        for (ServerPlace place : List.of(ServerPlace.DICOM_WEB, ServerPlace.FHIR, ServerPlace.UPS)) {
            assertEquals(key, refused(place, Reply.of(status).with("Location: /elsewhere")), place.code());
        }
    }

    /// A start page at the address is no archive, though it answers 200.
    @Test
    void anotherKindOfServerIsNotTakenForOne() throws Exception {
        Reply page = Reply.of(200, "text/html", "<html></html>".getBytes(StandardCharsets.UTF_8));
        for (ServerPlace place : List.of(ServerPlace.DICOM_WEB, ServerPlace.FHIR, ServerPlace.UPS)) {
            assertEquals("services.server.garbled", refused(place, page), place.code());
        }
        assertEquals("services.server.garbled", refused(ServerPlace.DICOM_WEB, json("{}")));
        assertEquals("services.server.garbled", refused(ServerPlace.FHIR, json("{\"resourceType\":\"Bundle\"}")));
        assertEquals(
                "services.servers.not-r4",
                refused(
                        ServerPlace.FHIR,
                        json("{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"5.0.0\"}")));
    }

    @Test
    void aRisOfRelease4SaysSo() throws Exception {
        try (FhirDouble ris = new FhirDouble()) {
            String says = ask(ServerPlace.FHIR, ris.base(), new Access.Open()).says();
            assertTrue(says.startsWith("FHIR 4.0.1"), says);
        }
    }

    /// What a RIS tells of itself is often told to anybody.
    @Test
    void aWrongTokenIsFoundThoughTheRisTellsOfItself() throws Exception {
        try (MisbehavingHttp server = new MisbehavingHttp(ask -> ask.target().contains("metadata")
                ? json("{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"4.0.1\"}")
                : Reply.of(401))) {
            WorkstationException refused = assertThrows(
                    WorkstationException.class, () -> ask(ServerPlace.FHIR, server.base(), new Access.Bearer("old")));
            assertEquals("services.server.signed-out", refused.messageKey());
        }
    }

    @Test
    void anArchiveThatIsNotThereIsTold() {
        DimseServer nobody = new DimseServer("PACS", "127.0.0.1", 1, "DESK", 0, null);
        assertThrows(
                WorkstationException.class,
                () -> ServerTrial.ask(ServerPlace.DIMSE, new Servers(null, nobody, null, null), lanes));
    }
}
