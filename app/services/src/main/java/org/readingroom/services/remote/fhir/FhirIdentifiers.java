package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.readingroom.services.remote.http.HttpRequest.Field;
import org.readingroom.viewer.model.WorkstationException;

/// Resources of ours by the identifier that a desk gave them, system and value to the letter.
final class FhirIdentifiers {
    private static final String URI = "urn:ietf:rfc:3986";

    private FhirIdentifiers() {}

    static boolean has(JsonNode resource, UUID id) {
        for (JsonNode each : resource.path("identifier")) {
            if (each.path("system").asText().equals(URI)
                    && each.path("value").asText().equals("urn:uuid:" + id)) {
                return true;
            }
        }
        return false;
    }

    /// Whatever their state.
    static List<JsonNode> find(ReportWire wire, String type, UUID id) throws WorkstationException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode each : wire.search(type, List.of(new Field("identifier", URI + "|urn:uuid:" + id)))) {
            if (has(each, id)) {
                found.add(each);
            }
        }
        return found;
    }
}
