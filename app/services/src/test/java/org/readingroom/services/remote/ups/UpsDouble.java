package org.readingroom.services.remote.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// A UPS-RS server in memory: the states of PS3.4 CC.1.1 and their lock. `spelling` is how it wants the lock of an
/// update; empty: in the body.
final class UpsDouble implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final Map<String, ObjectNode> items = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    private final Map<String, String> locks = new HashMap<>();
    private final String spelling;
    private final HttpServer server;
    volatile String loseReplyTo = "";

    UpsDouble(String spelling) {
        this.spelling = spelling;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/rs/workitems", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rs");
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/rs/workitems/?", "");
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            String what = exchange.getRequestMethod() + " " + path;
            asked.add(what);
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode json = body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
            int status = act(what, path, query, json);
            if (!loseReplyTo.isEmpty() && what.endsWith(loseReplyTo)) {
                loseReplyTo = "";
                return;
            }
            byte[] answer = new byte[0];
            if (exchange.getRequestMethod().equals("GET") && status == 200) {
                answer = MAPPER.writeValueAsBytes(path.isEmpty() ? search(query) : items.get(path));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private ArrayNode search(String query) {
        ArrayNode found = MAPPER.createArrayNode();
        int offset = Integer.parseInt(query.replaceAll(".*offset=(\\d+).*", "$1"));
        items.values().stream()
                .filter(item -> query.contains("00741000=" + state(item)))
                .skip(offset)
                .limit(3)
                .forEach(found::add);
        return found;
    }

    private int act(String what, String path, String query, JsonNode json) {
        String uid = path.replace("/state", "");
        ObjectNode item = items.get(uid);
        if (what.equals("POST ")) {
            String made = query.replaceAll(".*workitem=([0-9.]+).*", "$1");
            ObjectNode copy = json.deepCopy();
            UpsDataSet.with(copy, UpsTag.WORKITEM, "UI", made);
            return items.putIfAbsent(made, copy) == null ? 201 : 409;
        }
        if (path.isEmpty()) {
            return 200;
        }
        if (item == null) {
            return 404;
        }
        String lock = new UpsDataSet(json).text(UpsTag.TRANSACTION);
        if (what.startsWith("PUT")) {
            return change(uid, item, new UpsDataSet(json).text(UpsTag.STATE), lock);
        }
        if (what.startsWith("POST")) {
            boolean isSpelt = spelling.isEmpty() ? query.equals("null") : query.contains(spelling + "=" + lock);
            if (!isSpelt || !lock.equals(locks.get(uid))) {
                return 400;
            }
            item.setAll((ObjectNode) json);
            item.remove(UpsTag.TRANSACTION);
        }
        return 200;
    }

    private int change(String uid, ObjectNode item, String state, String lock) {
        boolean isAllowed = state.equals("IN PROGRESS")
                ? state(item).equals("SCHEDULED")
                : state(item).equals("IN PROGRESS") && lock.equals(locks.get(uid));
        if (!isAllowed) {
            return 409;
        }
        locks.put(uid, lock);
        UpsDataSet.with(item, UpsTag.STATE, "CS", state);
        return 200;
    }

    static String state(JsonNode item) {
        return new UpsDataSet(item).text(UpsTag.STATE);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
