package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// References between resources of one server, as `Type/id`.
final class FhirReferences {
    private FhirReferences() {}

    /// Of a Reference element; empty when it names no resource of a server.
    static String of(JsonNode reference) {
        return relative(reference.path("reference").asText());
    }

    /// `https://ris/fhir/Patient/7/_history/2` and `Patient/7` are both `Patient/7`; empty for all else.
    static String relative(String text) {
        String[] parts = text.split("[?#]", 2)[0].split("/");
        int end = parts.length;
        if (end >= 4 && parts[end - 2].equals("_history")) {
            end -= 2;
        }
        return end >= 2 && isType(parts[end - 2]) && isId(parts[end - 1]) ? parts[end - 2] + "/" + parts[end - 1] : "";
    }

    static String ofResource(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    static boolean isOf(String reference, String type) {
        return reference.startsWith(type + "/");
    }

    static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    /// Of one Reference element, or a list of them.
    static Set<String> all(JsonNode references) {
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode each : references.isArray() ? references : List.of(references)) {
            all.add(of(each));
        }
        all.remove("");
        return all;
    }

    private static boolean isType(String text) {
        return !text.isEmpty()
                && Character.isUpperCase(text.charAt(0))
                && text.chars().allMatch(Character::isLetter);
    }

    /// **Source:** FHIR R4, datatype id.
    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9.-]{1,64}");
    }
}
