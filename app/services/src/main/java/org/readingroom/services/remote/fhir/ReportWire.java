package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;

/// JSON over a link to a FHIR server, and its failures as those of a RIS.
final class ReportWire {
    private static final String JSON = "application/fhir+json";

    /// chosen: a server that goes on for ever is not followed.
    static final int MOST_PAGES = 200;

    /// Matches of a search: all of them, or the first.
    record Part(List<JsonNode> found, boolean isWhole) {}

    private final HttpLink link;
    private final int mostPages;
    private final long upTo;

    ReportWire(HttpLink link, int mostPages) {
        this(link, mostPages, HttpRequest.DEFAULT_UP_TO);
    }

    /// No answer is longer than `upTo` bytes.
    ReportWire(HttpLink link, int mostPages, long upTo) {
        this.link = link;
        this.mostPages = mostPages;
        this.upTo = upTo;
    }

    HttpServer server() {
        return link.server();
    }

    JsonNode get(String path, List<HttpRequest.Field> query) throws WorkstationException {
        HttpRequest request = HttpRequest.get(path).header("Cache-Control", "no-cache");
        for (HttpRequest.Field field : query) {
            request = request.query(field.name(), field.value());
        }
        return json(send(request));
    }

    JsonNode send(HttpRequest.Body body, HttpRequest request) throws WorkstationException {
        return json(toTheDoor(request.body(body.contentType(), body.pieces())));
    }

    HttpAnswer put(String path, byte[] body, String etag) throws WorkstationException {
        return send(HttpRequest.put(path, JSON, body).ifMatch(etag));
    }

    /// The matches of a search, over all its pages.
    List<JsonNode> search(String type, List<HttpRequest.Field> query) throws WorkstationException {
        Part part = begin(type, query);
        if (!part.isWhole()) {
            throw tooMany();
        }
        return part.found();
    }

    /// As [#search]; the first of them when there are more than is followed.
    Part begin(String type, List<HttpRequest.Field> query) throws WorkstationException {
        List<JsonNode> found = new ArrayList<>();
        boolean isWhole = each(type, query, node -> {
            found.add(node);
            return true;
        });
        return new Part(found, isWhole);
    }

    /// Hands over one match after the other until `taker` has enough, and keeps none. False when there may
    /// be more.
    boolean each(String type, List<HttpRequest.Field> query, Predicate<JsonNode> taker) throws WorkstationException {
        HttpRequest request = HttpRequest.get(type).header("Cache-Control", "no-cache");
        for (HttpRequest.Field field : query) {
            request = request.query(field.name(), field.value());
        }
        JsonNode page = json(toTheDoor(request));
        for (int pages = 1; ; pages++) {
            if (!page.path("resourceType").asText().equals("Bundle")) {
                throw garbled("an answer to a search that is no Bundle");
            }
            for (JsonNode entry : page.path("entry")) {
                JsonNode node = entry.path("resource");
                if (node.path("resourceType").asText().equals(type) && !taker.test(node)) {
                    return false;
                }
            }
            String next = FhirLink.next(link.server(), page);
            if (next.isEmpty() || pages == mostPages) {
                return next.isEmpty();
            }
            page = get(next, List.of());
        }
    }

    RisException tooMany() {
        return garbled("a search of more than " + mostPages + " pages");
    }

    /// A search and a filing name nothing that could be missing: who says so is no RIS, but what stands
    /// before it.
    private HttpAnswer toTheDoor(HttpRequest request) throws WorkstationException {
        try {
            return send(request);
        } catch (RisException e) {
            throw e.fault() == ServerFault.MISSING
                    ? new RisException(ServerFault.UNREACHABLE, e.answer(), "no RIS behind this address", e.getCause())
                    : e;
        }
    }

    private HttpAnswer send(HttpRequest request) throws WorkstationException {
        try {
            return link.send(request.accept(JSON).upTo(upTo));
        } catch (HttpFaultException e) {
            throw new RisException(
                    e.fault(), FhirWords.ofOutcome(e.answer()), "the RIS did not do it: " + e.getMessage(), e);
        }
    }

    private static JsonNode json(HttpAnswer answer) throws RisException {
        try {
            JsonNode node = FhirJson.read(answer.body());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            // its words may quote a patient
        }
        throw garbled("an answer that is no JSON object");
    }

    static RisException garbled(String facts) {
        return new RisException(ServerFault.GARBLED, "", facts, null);
    }
}
