package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Resources and bundles of one FHIR server.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt gives the request up.
/// **Errors:** [RisException].
final class FhirLink {
    private static final String JSON = "application/fhir+json";
    /// chosen: far beyond any list a desk works through; a server that links in circles stops here.
    private static final int MOST_PAGES = 20_000;

    /// A resource, or nothing where the server sent none; `etag` as it goes into If-Match.
    record Answer(JsonNode body, String etag, HttpAnswer http) {}

    private final HttpLink http;

    FhirLink(HttpLink http) {
        this.http = http;
    }

    Answer get(String path, HttpRequest.Field... query) throws WorkstationException {
        HttpRequest request = HttpRequest.get(path).accept(JSON).header("Cache-Control", "no-cache");
        for (HttpRequest.Field field : query) {
            request = request.query(field.name(), field.value());
        }
        return send(request);
    }

    /// Replaces a resource that is still the version `etag` names.
    Answer put(ObjectNode resource, String etag) throws WorkstationException {
        HttpRequest request = HttpRequest.put(FhirReferences.ofResource(resource), JSON, FhirJson.write(resource))
                .accept(JSON)
                .header("Prefer", "return=representation")
                .ifMatch(etag);
        return send(request);
    }

    /// Every entry of a search or a history, page by page.
    List<JsonNode> entries(String path, List<HttpRequest.Field> query, Progress progress) throws WorkstationException {
        return bundle(path, query, progress).entries();
    }

    /// `first` is the first page, which says when the server answered.
    record Found(List<JsonNode> entries, Answer first) {}

    Found bundle(String path, List<HttpRequest.Field> query, Progress progress) throws WorkstationException {
        Answer page = get(path, query.toArray(HttpRequest.Field[]::new));
        Answer first = page;
        List<JsonNode> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (true) {
            if (!page.body().path("resourceType").asText().equals("Bundle")) {
                throw garbled("no bundle");
            }
            page.body().path("entry").forEach(entries::add);
            progress.at(entries.size(), page.body().path("total").asLong(Progress.UNKNOWN));
            String next = next(http.server(), page.body());
            if (next.isEmpty()) {
                return new Found(entries, first);
            }
            if (!seen.add(next) || seen.size() > MOST_PAGES) {
                throw garbled("pages without end");
            }
            if (progress.isCancelled()) {
                throw new java.util.concurrent.CancellationException("given up between two pages");
            }
            page = get(next);
        }
    }

    /// What was asked for among what came, without the other things that servers put into a bundle.
    List<JsonNode> search(String type, List<HttpRequest.Field> query, Progress progress) throws WorkstationException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entry : entries(type, query, progress)) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                found.add(entry.path("resource"));
            }
        }
        return found;
    }

    /// The next page's address, always on the server of the settings: behind a proxy a server may give its inner name.
    static String next(HttpServer server, JsonNode bundle) throws RisException {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return own(server, link.path("url").asText());
            }
        }
        return "";
    }

    private static String own(HttpServer server, String url) throws RisException {
        URI base = server.base();
        String root = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        try {
            URI next = URI.create(url);
            String path = next.getRawPath() == null ? "" : next.getRawPath();
            if (!next.isAbsolute() || path.equals(root) || path.startsWith(root + "/")) {
                String below = path.startsWith(root) ? path.substring(root.length()) : path;
                String query = next.getRawQuery() == null ? "" : "?" + next.getRawQuery();
                return below.replaceAll("^/+", "") + query;
            }
        } catch (IllegalArgumentException e) {
            throw garbled("the address of the next page is none");
        }
        throw new RisException(ServerFault.REDIRECTED, "", "the next page lies outside of the server", null);
    }

    private Answer send(HttpRequest request) throws WorkstationException {
        try {
            HttpAnswer answer = http.send(request);
            JsonNode body = answer.body().length == 0 ? MissingNode.getInstance() : FhirJson.read(answer.body());
            if (answer.body().length > 0 && !body.path("resourceType").isTextual()) {
                throw garbled("an answer that is no resource");
            }
            String version = body.at("/meta/versionId").asText();
            String etag = answer.etag().orElse(version.isEmpty() ? "" : "W/\"" + version + "\"");
            return new Answer(body, etag, answer);
        } catch (HttpFaultException e) {
            throw new RisException(e.fault(), FhirWords.ofOutcome(e.answer()), facts(e), e);
        } catch (IOException e) {
            throw garbled("an answer that is no JSON");
        }
    }

    private static String facts(HttpFaultException e) {
        return "the information system: " + e.getMessage();
    }

    /// The cause is left out: Jackson quotes what it could not read.
    static RisException garbled(String facts) {
        return new RisException(ServerFault.GARBLED, "", "the information system sent " + facts, null);
    }
}
