package org.readingroom.services.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A FHIR R4 server in memory for tests, on a free port of loopback: versions, ETag and If-Match, If-None-Exist,
/// searches with includes and paging, history, transactions, and faults on demand.
///
/// It judges no content: that is done by HAPI's validator elsewhere.
public final class FhirDouble implements AutoCloseable {
    private static final String JSON = "application/fhir+json;charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FhirAbilities abilities;
    private final FhirStore store;
    private final FhirActs acts;
    private final FhirFaults faults = new FhirFaults();
    private final List<FhirRequest> requests = new CopyOnWriteArrayList<>();

    public FhirDouble() {
        this(FhirAbilities.HAPI, InstantSource.system());
    }

    public FhirDouble(FhirAbilities abilities, InstantSource clock) {
        this.abilities = abilities;
        this.store = new FhirStore(clock);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.acts = new FhirActs(store, abilities, base().toString());
        server.createContext("/fhir", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /// Ends in a slash.
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir/");
    }

    public FhirFaults faults() {
        return faults;
    }

    /// Every request so far, those that met a fault too.
    public List<FhirRequest> requests() {
        return List.copyOf(requests);
    }

    public void forgetRequests() {
        requests.clear();
    }

    /// Keeps `json` under its own type and id, or a new id, as somebody else in the hospital would. Returns the id.
    public String put(String json) {
        try {
            return put((ObjectNode) FhirActs.MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// As [#put(String)].
    public synchronized String put(ObjectNode resource) {
        String id = resource.path("id").asText(store.newId());
        return store.save(resource.path("resourceType").asText(), id.isEmpty() ? store.newId() : id, resource)
                .id();
    }

    /// A copy of what is there now.
    public synchronized Optional<ObjectNode> get(String type, String id) {
        return store.find(type, id).map(FhirStore.Version::body).map(ObjectNode::deepCopy);
    }

    /// Copies of all that is there of `type`, oldest change first.
    public synchronized List<ObjectNode> all(String type) {
        return store.all(type).stream()
                .map(version -> Objects.requireNonNull(version.body()).deepCopy())
                .toList();
    }

    /// How often `type/id` was written.
    public synchronized int versions(String type, String id) {
        return store.find(type, id).map(FhirStore.Version::number).orElse(0);
    }

    public synchronized void delete(String type, String id) {
        acts.delete(type + "/" + id);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            FhirRequest request = request(exchange);
            requests.add(request);
            FhirFault fault = faults.of(request);
            switch (fault) {
                case FhirFault.Status(int code, int retryAfter) -> {
                    if (retryAfter > 0) {
                        exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfter));
                    }
                    send(exchange, code, FhirActs.outcome("told to answer " + code), null);
                    return;
                }
                case FhirFault.LoseRequest() -> {
                    return;
                }
                case FhirFault.Redirect(String location) -> {
                    exchange.getResponseHeaders().set("Location", location);
                    exchange.sendResponseHeaders(307, -1);
                    return;
                }
                case FhirFault.Stall(java.time.Duration time) -> Thread.sleep(time);
                case FhirFault.Meet(CyclicBarrier barrier) -> barrier.await(20, TimeUnit.SECONDS);
                case null, default -> {}
            }
            FhirActs.Answer answer = answer(request);
            if (!(fault instanceof FhirFault.LoseReply)) {
                reply(exchange, answer, fault);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IOException("nobody came", e);
        }
    }

    private static FhirRequest request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String path = exchange.getRequestURI().getPath().replaceFirst("^/fhir/?", "");
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new FhirRequest(exchange.getRequestMethod(), path, query, Map.copyOf(headers), body);
    }

    private FhirActs.Answer answer(FhirRequest request) {
        try {
            synchronized (this) {
                return new FhirRoutes(acts, abilities, store).answer(request);
            }
        } catch (FhirRefusal e) {
            return new FhirActs.Answer(e.status(), FhirActs.outcome(e.words()), null);
        } catch (JsonProcessingException | ClassCastException e) {
            return new FhirActs.Answer(400, FhirActs.outcome("not JSON"), null);
        } catch (RuntimeException e) {
            return new FhirActs.Answer(500, FhirActs.outcome(String.valueOf(e)), null);
        }
    }

    private void reply(HttpExchange exchange, FhirActs.Answer answer, @Nullable FhirFault fault) throws IOException {
        if (fault instanceof FhirFault.Garbage) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            byte[] page = "<html><body>Sign in to the network</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            return;
        }
        FhirStore.Version version = answer.version();
        if (version != null) {
            exchange.getResponseHeaders().set("ETag", version.etag());
            exchange.getResponseHeaders()
                    .set(
                            "Last-Modified",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    version.at().atOffset(ZoneOffset.UTC)));
            if (answer.status() == 201) {
                exchange.getResponseHeaders()
                        .set("Location", base() + version.name() + "/_history/" + version.number());
            }
        }
        send(exchange, answer.status(), answer.body(), fault);
    }

    private static void send(HttpExchange exchange, int status, @Nullable JsonNode body, @Nullable FhirFault fault)
            throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] bytes = FhirActs.MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(status, bytes.length);
        OutputStream out = exchange.getResponseBody();
        out.write(bytes, 0, fault instanceof FhirFault.CutReply ? bytes.length / 2 : bytes.length);
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
