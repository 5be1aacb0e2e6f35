package org.readingroom.services.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The searches that a [FhirDouble] understands; what it does not understand it refuses, as HAPI does.
final class FhirSearch {
    record Parameter(String name, String modifier, String value) {}

    private static final Set<String> CONTROL = Set.of(
            "_count", "_sort", "_include", "_revinclude", "_elements", "_format", "_offset", "_total", "_pretty");

    /// Search parameter to the elements it looks at, of every type that has one of them.
    private static final Map<String, List<String>> ELEMENTS = Map.ofEntries(
            Map.entry("_id", List.of("id")),
            Map.entry("_lastUpdated", List.of("meta.lastUpdated")),
            Map.entry("_profile", List.of("meta.profile")),
            Map.entry("_tag", List.of("meta.tag")),
            Map.entry("identifier", List.of("identifier")),
            Map.entry("status", List.of("status")),
            Map.entry("intent", List.of("intent")),
            Map.entry("priority", List.of("priority")),
            Map.entry("business-status", List.of("businessStatus")),
            Map.entry("code", List.of("code")),
            Map.entry("category", List.of("category")),
            Map.entry("patient", List.of("subject", "for", "patient", "beneficiary")),
            Map.entry("subject", List.of("subject", "for")),
            Map.entry("based-on", List.of("basedOn")),
            Map.entry("basedon", List.of("basedOn")),
            Map.entry("focus", List.of("focus", "content", "about")),
            Map.entry("owner", List.of("owner")),
            Map.entry("encounter", List.of("encounter", "context")),
            Map.entry("target", List.of("target")),
            Map.entry("link", List.of("link.other")),
            Map.entry("active", List.of("active")),
            Map.entry("group-identifier", List.of("groupIdentifier")),
            Map.entry("date", List.of("effectiveDateTime", "effectivePeriod.start", "period.start", "recordedDate")),
            Map.entry("issued", List.of("issued")),
            Map.entry("authored-on", List.of("authoredOn")),
            Map.entry("modified", List.of("lastModified")),
            Map.entry("started", List.of("started")),
            Map.entry("name", List.of("name.text", "name.family", "name.given")),
            Map.entry("related", List.of("context.related")),
            Map.entry("url", List.of("url")),
            Map.entry("recipient", List.of("recipient")),
            Map.entry("endpoint", List.of("endpoint")));

    private FhirSearch() {}

    static List<Parameter> parameters(String query) {
        List<Parameter> all = new ArrayList<>();
        for (String part : query.split("&")) {
            if (!part.isEmpty()) {
                String[] sides = part.split("=", 2);
                String[] name = decoded(sides[0]).split(":", 2);
                all.add(new Parameter(
                        name[0], name.length > 1 ? name[1] : "", sides.length > 1 ? decoded(sides[1]) : ""));
            }
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static List<FhirStore.Version> matches(FhirStore store, String type, List<Parameter> parameters) {
        List<FhirStore.Version> found = new ArrayList<>();
        for (FhirStore.Version each : store.all(type)) {
            if (parameters.stream().allMatch(p -> takes(Objects.requireNonNull(each.body()), p))) {
                found.add(each);
            }
        }
        for (Parameter sort : parameters) {
            if (sort.name.equals("_sort")) {
                sort(found, sort.value);
            }
        }
        return found;
    }

    private static void sort(List<FhirStore.Version> found, String key) {
        boolean isDown = key.startsWith("-");
        String name = isDown ? key.substring(1) : key;
        Comparator<FhirStore.Version> order = Comparator.comparing(v -> values(v.body(), name).stream()
                .map(FhirSearch::text)
                .findFirst()
                .orElse(""));
        found.sort(isDown ? order.reversed() : order);
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    /// What `_include` and `_revinclude` add to `found`.
    static Collection<FhirStore.Version> included(
            FhirStore store, List<FhirStore.Version> found, List<Parameter> parameters) {
        Map<String, FhirStore.Version> more = new LinkedHashMap<>();
        List<FhirStore.Version> reached = new ArrayList<>(found);
        for (Parameter p : parameters) {
            String[] parts = p.value.split(":");
            if (p.name.equals("_include")) {
                for (FhirStore.Version each : List.copyOf(reached)) {
                    if (each.type().equals(parts[0])) {
                        references(each.body(), parts[1])
                                .forEach(name -> at(store, name).ifPresent(v -> add(more, reached, v)));
                    }
                }
            } else if (p.name.equals("_revinclude")) {
                Set<String> names = new java.util.HashSet<>();
                reached.forEach(v -> names.add(v.name()));
                for (FhirStore.Version each : store.all(parts[0])) {
                    if (references(each.body(), parts[1]).stream().anyMatch(names::contains)) {
                        add(more, reached, each);
                    }
                }
            }
        }
        found.forEach(v -> more.remove(v.name()));
        return more.values();
    }

    private static void add(
            Map<String, FhirStore.Version> more, List<FhirStore.Version> reached, FhirStore.Version version) {
        if (version.body() != null && more.put(version.name(), version) == null) {
            reached.add(version);
        }
    }

    private static Optional<FhirStore.Version> at(FhirStore store, String reference) {
        String[] parts = reference.split("/");
        return parts.length < 2
                ? Optional.empty()
                : store.find(parts[parts.length - 2], parts[parts.length - 1]).filter(v -> v.body() != null);
    }

    private static List<String> references(@org.jspecify.annotations.Nullable ObjectNode body, String parameter) {
        return values(body, parameter).stream()
                .map(node -> node.path("reference").asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static boolean takes(ObjectNode body, Parameter p) {
        if (CONTROL.contains(p.name)) {
            return true;
        }
        List<JsonNode> values = values(body, p.name);
        boolean isOne = List.of(p.value.split("(?<!\\\\),")).stream()
                .anyMatch(wanted -> values.stream().anyMatch(value -> isValue(p.name, value, wanted)));
        return switch (p.modifier) {
            case "", "exact" -> isOne;
            case "not" -> !isOne;
            case "missing" -> values.isEmpty() == Boolean.parseBoolean(p.value);
            default -> {
                if (Character.isUpperCase(p.modifier.charAt(0))) {
                    yield isOne;
                }
                throw new FhirRefusal(400, "modifier :" + p.modifier + " is not supported");
            }
        };
    }

    private static List<JsonNode> values(@org.jspecify.annotations.Nullable ObjectNode body, String parameter) {
        List<String> paths = ELEMENTS.get(parameter);
        if (paths == null) {
            throw new FhirRefusal(400, "Unknown search parameter \"" + parameter + "\"");
        }
        List<JsonNode> found = new ArrayList<>();
        if (body != null) {
            for (String path : paths) {
                collect(body, path.split("\\."), 0, found);
            }
        }
        return found;
    }

    private static void collect(JsonNode node, String[] path, int at, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(each -> collect(each, path, at, found));
        } else if (at == path.length) {
            found.add(node);
        } else if (node.has(path[at])) {
            collect(node.get(path[at]), path, at + 1, found);
        }
    }

    private static boolean isValue(String name, JsonNode value, String wanted) {
        String first = wanted.length() > 2 ? wanted.substring(0, 2) : "";
        if (Set.of("ge", "gt", "le", "lt", "eq", "sa", "eb").contains(first) && Character.isDigit(wanted.charAt(2))) {
            int order = instant(value.asText()).compareTo(instant(wanted.substring(2)));
            return switch (first) {
                case "ge" -> order >= 0;
                case "gt", "sa" -> order > 0;
                case "le" -> order <= 0;
                case "lt", "eb" -> order < 0;
                default -> order == 0;
            };
        }
        if (value.isValueNode()) {
            return name.equals("name")
                    ? value.asText().startsWith(wanted)
                    : value.asText().equals(wanted);
        }
        if (value.has("coding")) {
            for (JsonNode coding : value.get("coding")) {
                if (isToken(coding.path("system").asText(), coding.path("code").asText(), wanted)) {
                    return true;
                }
            }
            return false;
        }
        if (value.has("reference") || wanted.contains("/")) {
            String reference = value.path("reference").asText();
            return reference.equals(wanted) || reference.endsWith("/" + wanted);
        }
        return isToken(
                value.path("system").asText(),
                value.has("code")
                        ? value.get("code").asText()
                        : value.path("value").asText(),
                wanted);
    }

    private static boolean isToken(String system, String code, String wanted) {
        int bar = wanted.indexOf('|');
        return bar < 0
                ? code.equals(wanted)
                : (bar == 0 || system.equals(wanted.substring(0, bar)))
                        && (bar == wanted.length() - 1 || code.equals(wanted.substring(bar + 1)));
    }

    static Instant instant(String text) {
        return text.length() <= 10
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }
}
