package org.readingroom.services.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The interactions of a [FhirDouble], apart from HTTP.
final class FhirActs {
    static final ObjectMapper MAPPER = new ObjectMapper();

    /// `version` is null where the answer is no single resource.
    record Answer(int status, @Nullable JsonNode body, FhirStore.@Nullable Version version) {}

    private record Paging(String self, List<ObjectNode> entries, String type) {}

    private final FhirStore store;
    private final FhirAbilities abilities;
    private final ConcurrentHashMap<String, Paging> pages = new ConcurrentHashMap<>();
    private final AtomicInteger searches = new AtomicInteger();
    private final String base;

    FhirActs(FhirStore store, FhirAbilities abilities, String base) {
        this.store = store;
        this.abilities = abilities;
        this.base = base;
    }

    static ObjectNode outcome(String words) {
        ObjectNode outcome = MAPPER.createObjectNode();
        outcome.put("resourceType", "OperationOutcome");
        outcome.putArray("issue")
                .addObject()
                .put("severity", "error")
                .put("code", "processing")
                .put("diagnostics", words);
        return outcome;
    }

    Answer read(String path) {
        if (path.contains("?")) {
            String[] sides = path.split("\\?", 2);
            return search(sides[0], sides[1]);
        }
        String[] parts = path.split("/");
        if (parts.length == 4 && parts[2].equals("_history")) {
            return found(store.find(parts[0], parts[1], Integer.parseInt(parts[3]))
                    .orElseThrow(() -> new FhirRefusal(404, path + " is not known")));
        }
        if (parts.length != 2) {
            throw new FhirRefusal(404, path + " is not known");
        }
        return found(current(path));
    }

    private static Answer found(FhirStore.Version version) {
        if (version.body() == null) {
            throw new FhirRefusal(410, version.name() + " was deleted");
        }
        return new Answer(200, version.body(), version);
    }

    private FhirStore.Version current(String path) {
        String[] parts = path.split("/");
        return store.find(parts[0], parts[1]).orElseThrow(() -> new FhirRefusal(404, path + " is not known"));
    }

    /// `name` is the `Type/id` it will have, or empty.
    Answer create(String type, ObjectNode body, String ifNoneExist, String name) {
        check(type, body);
        if (!ifNoneExist.isEmpty()) {
            String match = onlyMatch(type, ifNoneExist);
            if (!match.isEmpty()) {
                FhirStore.Version version = current(match);
                return new Answer(200, version.body(), version);
            }
        }
        String id = name.isEmpty() ? store.newId() : name.substring(name.indexOf('/') + 1);
        FhirStore.Version version = store.save(type, id, body);
        return new Answer(201, version.body(), version);
    }

    /// The name of the one resource that `query` finds; empty when there is none.
    String onlyMatch(String type, String query) {
        List<FhirStore.Version> found = FhirSearch.matches(store, type, FhirSearch.parameters(query));
        if (found.size() > 1) {
            throw new FhirRefusal(412, "the condition has " + found.size() + " matches");
        }
        return found.isEmpty() ? "" : found.getFirst().name();
    }

    Answer update(String path, ObjectNode body, String ifMatch) {
        String[] parts = path.split("/");
        check(parts[0], body);
        if (parts.length != 2 || !body.path("id").asText().equals(parts[1])) {
            throw new FhirRefusal(400, "the id of the resource is not that of the URL");
        }
        FhirStore.Version before = store.find(parts[0], parts[1]).orElse(null);
        if (!ifMatch.isEmpty() && (before == null || !before.etag().equals(ifMatch))) {
            throw new FhirRefusal(
                    abilities.conflictStatus(), "the version is " + (before == null ? "none" : before.etag()));
        }
        FhirStore.Version after = store.save(parts[0], parts[1], body);
        return new Answer(before == null ? 201 : 200, after.body(), after);
    }

    Answer delete(String path) {
        FhirStore.Version before = current(path);
        return new Answer(204, null, before.body() == null ? before : store.delete(before));
    }

    private static void check(String type, ObjectNode body) {
        if (!body.path("resourceType").asText().equals(type)) {
            throw new FhirRefusal(400, "the body is no " + type);
        }
    }

    Answer history(String type, String id, String query) {
        Instant since = Instant.EPOCH;
        int count = abilities.pageSize();
        for (FhirSearch.Parameter p : FhirSearch.parameters(query)) {
            switch (p.name()) {
                case "_since" -> since = FhirSearch.instant(p.value());
                case "_count" -> count = Math.clamp(Integer.parseInt(p.value()), 1, count);
                default -> {}
            }
        }
        List<ObjectNode> entries = new ArrayList<>();
        for (FhirStore.Version each : store.history(type, id, since)) {
            ObjectNode entry = MAPPER.createObjectNode().put("fullUrl", base + each.name());
            if (each.body() != null) {
                entry.set("resource", each.body());
            }
            entry.putObject("request").put("method", each.method()).put("url", each.name());
            entry.putObject("response")
                    .put("status", each.method().equals("POST") ? "201" : "200")
                    .put("etag", each.etag())
                    .put("lastModified", each.at().toString());
            entries.add(entry);
        }
        return first("history", query, entries, count);
    }

    Answer search(String type, String query) {
        List<FhirSearch.Parameter> parameters = FhirSearch.parameters(query);
        int count = abilities.pageSize();
        for (FhirSearch.Parameter p : parameters) {
            if (p.name().equals("_count")) {
                count = Math.clamp(Integer.parseInt(p.value()), 1, count);
            }
        }
        List<FhirStore.Version> found = FhirSearch.matches(store, type, parameters);
        List<ObjectNode> entries = new ArrayList<>();
        for (int from = 0; from < found.size() || from == 0; from += count) {
            List<FhirStore.Version> page = found.subList(from, Math.min(found.size(), from + count));
            page.forEach(each -> entries.add(entry(each, "match")));
            FhirSearch.included(store, page, parameters).forEach(each -> entries.add(entry(each, "include")));
        }
        return first("searchset", query, entries, count);
    }

    private ObjectNode entry(FhirStore.Version version, String mode) {
        ObjectNode entry = MAPPER.createObjectNode().put("fullUrl", base + version.name());
        entry.set("resource", Objects.requireNonNull(version.body()));
        entry.putObject("search").put("mode", mode);
        return entry;
    }

    private Answer first(String type, String query, List<ObjectNode> entries, int count) {
        String search = Integer.toString(searches.incrementAndGet());
        pages.put(search, new Paging(query, entries, type));
        return page(search, 0, count);
    }

    /// The page of a search that begins at the `from`th match; what is included goes with its match.
    Answer page(String search, int from, int count) {
        Paging paging = pages.get(search);
        if (paging == null) {
            throw new FhirRefusal(410, "the search is no longer known");
        }
        ObjectNode bundle =
                MAPPER.createObjectNode().put("resourceType", "Bundle").put("type", paging.type);
        bundle.put("total", paging.entries.stream().filter(FhirActs::isMatch).count());
        ArrayNode links = bundle.putArray("link");
        links.addObject().put("relation", "self").put("url", base + "?" + paging.self);
        ArrayNode list = MAPPER.createArrayNode();
        int matches = 0;
        for (ObjectNode entry : paging.entries) {
            int at = isMatch(entry) ? matches++ : matches - 1;
            if (at >= from && at < from + count) {
                list.add(entry);
            }
        }
        if (matches > from + count) {
            links.addObject()
                    .put("relation", "next")
                    .put(
                            "url",
                            base + "?_getpages=" + search + "&_getpagesoffset=" + (from + count) + "&_count=" + count);
        }
        if (!list.isEmpty()) {
            bundle.set("entry", list);
        }
        return new Answer(200, bundle, null);
    }

    private static boolean isMatch(JsonNode entry) {
        return !entry.at("/search/mode").asText().equals("include");
    }
}
