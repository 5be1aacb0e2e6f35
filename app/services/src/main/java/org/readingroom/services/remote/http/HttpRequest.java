package org.readingroom.services.remote.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a server is asked. Immutable; every method gives another request.
///
/// `path` lies under the server's base address, percent-encoded; an address that the server itself gave, such as the
/// next page, may be whole and must lie there too. `expected` are statuses that are answers like any other,
/// not failures. `upTo` bounds an answer held in memory, in bytes.
public record HttpRequest(
        String method,
        String path,
        List<Field> query,
        List<Field> headers,
        @Nullable Body body,
        @Nullable Duration within,
        long upTo,
        Set<Integer> expected) {
    /// chosen: lists of a thousand instances are a few MB.
    public static final long DEFAULT_UP_TO = 64L << 20;

    public HttpRequest {
        query = List.copyOf(query);
        headers = List.copyOf(headers);
        expected = Set.copyOf(expected);
    }

    /// A name with its value, neither percent-encoded.
    public record Field(String name, String value) {}

    /// Bytes to send, one piece after the other. The pieces belong to the request from now on.
    public record Body(String contentType, List<byte[]> pieces) {
        public Body {
            pieces = List.copyOf(pieces);
        }

        long length() {
            return pieces.stream().mapToLong(piece -> piece.length).sum();
        }
    }

    public static HttpRequest get(String path) {
        return of("GET", path);
    }

    public static HttpRequest post(String path, String contentType, byte[] body) {
        return of("POST", path).body(contentType, List.of(body));
    }

    public static HttpRequest put(String path, String contentType, byte[] body) {
        return of("PUT", path).body(contentType, List.of(body));
    }

    public static HttpRequest of(String method, String path) {
        return new HttpRequest(method, path, List.of(), List.of(), null, null, DEFAULT_UP_TO, Set.of());
    }

    public HttpRequest query(String name, String value) {
        return new HttpRequest(method, path, and(query, new Field(name, value)), headers, body, within, upTo, expected);
    }

    public HttpRequest header(String name, String value) {
        return new HttpRequest(method, path, query, and(headers, new Field(name, value)), body, within, upTo, expected);
    }

    public HttpRequest accept(String mediaType) {
        return header("Accept", mediaType);
    }

    /// Acts only on the version that `etag` names; a newer one on the server is a `CONFLICT`.
    public HttpRequest ifMatch(String etag) {
        return header("If-Match", etag);
    }

    public HttpRequest body(String contentType, List<byte[]> pieces) {
        return new HttpRequest(method, path, query, headers, new Body(contentType, pieces), within, upTo, expected);
    }

    /// Bounds the whole exchange, instead of [HttpTimes#whole].
    public HttpRequest within(Duration time) {
        return new HttpRequest(method, path, query, headers, body, time, upTo, expected);
    }

    public HttpRequest upTo(long bytes) {
        return new HttpRequest(method, path, query, headers, body, within, bytes, expected);
    }

    public HttpRequest expecting(Integer... statuses) {
        return new HttpRequest(method, path, query, headers, body, within, upTo, Set.of(statuses));
    }

    /// Whether asking twice changes nothing on the server.
    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static List<Field> and(List<Field> fields, Field more) {
        List<Field> all = new ArrayList<>(fields);
        all.add(more);
        return all;
    }

    /// The rest may name a patient.
    @Override
    public String toString() {
        return method;
    }
}
