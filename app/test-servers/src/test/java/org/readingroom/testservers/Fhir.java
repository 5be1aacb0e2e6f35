package org.readingroom.testservers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// A FHIR server asked by the HTTP client of the JDK, with nothing of the program between.
final class Fhir implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Fhir(URI base) {
        this.base = base.toString();
    }

    record Reply(int status, String etag, JsonNode body) {
        String id() {
            return body.path("id").asText();
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    /// `headers` are names and values in turn.
    Reply send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.isEmpty() ? base : base + "/" + path))
                .header("Content-Type", "application/fhir+json")
                .header("Cache-Control", "no-cache")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                reply.statusCode(),
                reply.headers().firstValue("ETag").orElse(""),
                reply.body().isEmpty() ? MAPPER.nullNode() : MAPPER.readTree(reply.body()));
    }

    @Override
    public void close() {
        client.close();
    }
}
