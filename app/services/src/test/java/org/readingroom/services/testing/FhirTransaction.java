package org.readingroom.services.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One transaction or batch of a [FhirDouble]: deletes, then creates, then updates, then reads.
final class FhirTransaction {
    private static final List<String> ORDER = List.of("DELETE", "POST", "PUT", "PATCH", "GET");

    private final FhirActs acts;
    private final FhirStore store;

    FhirTransaction(FhirActs acts, FhirStore store) {
        this.acts = acts;
        this.store = store;
    }

    ObjectNode run(ObjectNode bundle) {
        boolean isTransaction = bundle.path("type").asText().equals("transaction");
        Runnable undo = store.mark();
        try {
            return answers(bundle, isTransaction);
        } catch (FhirRefusal e) {
            undo.run();
            throw e;
        }
    }

    private ObjectNode answers(ObjectNode bundle, boolean isTransaction) {
        List<JsonNode> entries = new ArrayList<>();
        bundle.path("entry").forEach(entries::add);
        Map<String, String> names = isTransaction ? names(entries) : Map.of();
        ObjectNode[] answers = new ObjectNode[entries.size()];
        for (String method : ORDER) {
            for (int i = 0; i < answers.length; i++) {
                JsonNode entry = entries.get(i);
                if (entry.at("/request/method").asText().equals(method)) {
                    answers[i] = answer(entry, names, isTransaction);
                }
            }
        }
        ObjectNode reply = bundle.objectNode();
        reply.put("resourceType", "Bundle");
        reply.put("type", bundle.path("type").asText() + "-response");
        ArrayNode list = reply.putArray("entry");
        for (ObjectNode each : answers) {
            if (each == null) {
                throw new FhirRefusal(400, "an entry has no request");
            }
            list.add(each);
        }
        return reply;
    }

    /// Temporary names to those they will have; a conditional create that finds its match gets that one's.
    private Map<String, String> names(List<JsonNode> entries) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode entry : entries) {
            String url = entry.at("/request/url").asText();
            String full = entry.path("fullUrl").asText();
            if (full.isEmpty()) {
                continue;
            }
            switch (entry.at("/request/method").asText()) {
                case "POST" -> {
                    String query = entry.at("/request/ifNoneExist").asText();
                    String name = query.isEmpty() ? "" : acts.onlyMatch(url, query);
                    if (names.put(full, name.isEmpty() ? url + "/" + store.newId() : name) != null) {
                        throw new FhirRefusal(400, "two entries have the same fullUrl");
                    }
                }
                case "PUT" -> names.put(full, place(url));
                default -> {}
            }
        }
        return names;
    }

    private ObjectNode answer(JsonNode entry, Map<String, String> names, boolean isTransaction) {
        JsonNode request = entry.path("request");
        String url = request.path("url").asText();
        FhirActs.Answer answer;
        try {
            answer = switch (request.path("method").asText()) {
                case "DELETE" -> acts.delete(url);
                case "POST" ->
                    acts.create(
                            url,
                            resolved(entry, names),
                            request.path("ifNoneExist").asText(),
                            names.getOrDefault(entry.path("fullUrl").asText(), ""));
                case "PUT" -> put(entry, url, names);
                case "GET" -> acts.read(url);
                default -> throw new FhirRefusal(400, "method not supported in a bundle");
            };
        } catch (FhirRefusal e) {
            if (isTransaction) {
                throw e;
            }
            answer = new FhirActs.Answer(e.status(), FhirActs.outcome(e.words()), null);
        }
        ObjectNode reply =
                request.isObject() ? ((ObjectNode) request).objectNode() : FhirActs.MAPPER.createObjectNode();
        if (answer.body() != null) {
            reply.set("resource", answer.body());
        }
        ObjectNode response = reply.putObject("response");
        response.put("status", Integer.toString(answer.status()));
        FhirStore.Version version = answer.version();
        if (version != null) {
            response.put("location", version.name() + "/_history/" + version.number());
            response.put("etag", version.etag());
            response.put("lastModified", version.at().toString());
        }
        return reply;
    }

    /// A conditional update goes to the one match, or makes one that has none yet. Like HAPI, it does not look at
    /// ifMatch then.
    private FhirActs.Answer put(JsonNode entry, String url, Map<String, String> names) {
        ObjectNode body = resolved(entry, names);
        if (!url.contains("?")) {
            return acts.update(url, body, entry.at("/request/ifMatch").asText());
        }
        String place = names.getOrDefault(entry.path("fullUrl").asText(), "");
        place = place.isEmpty() ? place(url) : place;
        return acts.update(place, body.put("id", place.substring(place.indexOf('/') + 1)), "");
    }

    private String place(String url) {
        if (!url.contains("?")) {
            return url;
        }
        String[] sides = url.split("\\?", 2);
        String match = acts.onlyMatch(sides[0], sides[1]);
        return match.isEmpty() ? sides[0] + "/" + store.newId() : match;
    }

    private ObjectNode resolved(JsonNode entry, Map<String, String> names) {
        if (!entry.path("resource").isObject()) {
            throw new FhirRefusal(400, "an entry has no resource");
        }
        ObjectNode copy = entry.path("resource").deepCopy();
        resolve(copy, names);
        return copy;
    }

    private void resolve(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            String reference = object.path("reference").asText();
            if (names.containsKey(reference)) {
                object.set("reference", TextNode.valueOf(Objects.requireNonNull(names.get(reference))));
            } else if (reference.matches("[A-Z][A-Za-z]+\\?.*")) {
                String[] sides = reference.split("\\?", 2);
                String match = acts.onlyMatch(sides[0], sides[1]);
                if (match.isEmpty()) {
                    throw new FhirRefusal(404, "no resource matches " + sides[0]);
                }
                object.put("reference", match);
            } else if (reference.startsWith("urn:uuid:")) {
                throw new FhirRefusal(400, "no entry for reference " + reference);
            }
        }
        node.forEach(each -> resolve(each, names));
    }
}
