package org.readingroom.services.hospital;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.services.dimse.Echo;
import org.readingroom.services.dimse.Peer;
import org.readingroom.services.dimse.TlsTrust;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.TaskRunner;

/// Asks a server once in its own protocol, with the access it is set to: that anything answers at an address says
/// little. Nothing is written and no patient is asked for.
///
/// **Thread:** any but `fx`; blocks.
///
/// **Errors:** those of the link; `services.servers.not-r4`.
// [impl->req~hospital.servers-sheet~1]
public final class ServerTrial {
    /// Chosen: a person waits before the sheet, and a server that is there answers in less.
    private static final Duration WITHIN = Duration.ofSeconds(10);

    /// Nobody's; what is looked for is only whether the search is understood.
    private static final String NOBODY = "READINGROOM-TRIAL";

    private static final long SMALL = 16L << 20; // chosen: what large RIS tell of themselves is a few MB
    private static final JsonMapper MAPPER = new JsonMapper();

    /// `says` is what the server calls itself, empty where its protocol tells nothing.
    public record Answer(Duration took, String says) {}

    private ServerTrial() {}

    /// `place` is one of those set in `servers`.
    public static Answer ask(ServerPlace place, Servers servers, TaskRunner runner) throws WorkstationException {
        long begun = System.nanoTime();
        String says = switch (place) {
            case DICOM_WEB -> search(Objects.requireNonNull(servers.dicomWeb()), "studies");
            case DIMSE -> echo(Objects.requireNonNull(servers.dimse()), runner);
            case FHIR -> fhir(Objects.requireNonNull(servers.fhir()));
            case UPS -> search(Objects.requireNonNull(servers.ups()), "workitems");
        };
        return new Answer(Duration.ofNanos(System.nanoTime() - begun), says);
    }

    private static String search(HttpServer server, String path) throws WorkstationException {
        HttpLink link = new HttpLink(server, LinkWitness.NONE, HttpTimes.PROBE);
        try {
            HttpAnswer answer = link.send(HttpRequest.get(path)
                    .query("PatientID", NOBODY)
                    .query("limit", "1")
                    .accept("application/dicom+json")
                    .within(WITHIN)
                    .upTo(SMALL));
            if (answer.status() != 204 && !json(answer).isArray()) {
                throw HttpFaultException.garbled("no list of DICOM JSON", null);
            }
            return "";
        } finally {
            link.close();
        }
    }

    /// What a server tells of itself is told to anybody; so it is asked for a count too.
    private static String fhir(HttpServer server) throws WorkstationException {
        HttpLink link = new HttpLink(server, LinkWitness.NONE, HttpTimes.PROBE);
        try {
            JsonNode self = json(link.send(ofFhir("metadata")));
            if (!self.path("resourceType").asText().equals("CapabilityStatement")) {
                throw HttpFaultException.garbled("no CapabilityStatement", null);
            }
            String version = shortened(self.path("fhirVersion").asText());
            if (!version.startsWith("4.0")) {
                throw new WorkstationException(
                        "services.servers.not-r4", List.of(version), "FHIR, but not release 4", null);
            }
            link.send(ofFhir("Task").query("_summary", "count"));
            String name = shortened(self.path("software").path("name").asText());
            return ("FHIR " + version + " " + name).strip();
        } finally {
            link.close();
        }
    }

    private static HttpRequest ofFhir(String path) {
        return HttpRequest.get(path)
                .accept("application/fhir+json")
                .within(WITHIN)
                .upTo(SMALL);
    }

    private static JsonNode json(HttpAnswer answer) throws WorkstationException {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw HttpFaultException.garbled("no JSON", null);
        } catch (IOException e) {
            throw HttpFaultException.garbled("no JSON", e);
        }
    }

    private static String shortened(String said) {
        String line = said.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private static String echo(DimseServer server, TaskRunner runner) throws WorkstationException {
        DimseOptions options = server.trusted() == null
                ? DimseOptions.DEFAULT
                : DimseOptions.DEFAULT.withTls(TlsTrust.of(server.trusted()));
        Peer peer = new Peer(new AeTitle(server.aeTitle()), server.host(), server.port());
        Echo.ask(peer, new AeTitle(server.callingAe()), options.within(WITHIN), runner);
        return "";
    }
}
