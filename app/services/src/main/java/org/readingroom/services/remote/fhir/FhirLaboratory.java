package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.readingroom.services.ris.RequestForm;

/// Observation of the laboratory → its line in the request form. Values and units are given as the laboratory wrote
/// them; nothing is converted.
final class FhirLaboratory {
    private static final Comparator<RequestForm.Laboratory> NEWEST =
            Comparator.comparing(RequestForm.Laboratory::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private FhirLaboratory() {}

    static List<RequestForm.Laboratory> of(Collection<JsonNode> observations) {
        List<RequestForm.Laboratory> lines = new ArrayList<>();
        for (JsonNode each : observations) {
            String status = each.path("status").asText();
            if (!status.equals("entered-in-error") && !status.equals("cancelled")) {
                lines.add(line(each, each));
                each.path("component").forEach(part -> lines.add(line(part, each)));
            }
        }
        lines.removeIf(line -> line.value().isBlank());
        lines.sort(NEWEST.reversed());
        return lines;
    }

    private static RequestForm.Laboratory line(JsonNode value, JsonNode observation) {
        JsonNode quantity = value.path("valueQuantity");
        JsonNode range = value.at("/referenceRange/0");
        return new RequestForm.Laboratory(
                FhirWords.ofConcept(value.path("code")),
                value(value, quantity),
                quantity.path("unit").asText(quantity.path("code").asText()),
                range.has("text") ? range.path("text").asText() : limits(range),
                value.at("/interpretation/0/coding/0/code").asText(),
                FhirTimes.instant(
                        observation.has("effectiveDateTime")
                                ? observation.path("effectiveDateTime")
                                : observation.at("/effectivePeriod/start")));
    }

    private static String value(JsonNode value, JsonNode quantity) {
        if (quantity.has("value")) {
            return quantity.path("comparator").asText() + FhirJson.number(quantity.path("value"));
        }
        if (value.has("valueCodeableConcept")) {
            return FhirWords.ofConcept(value.path("valueCodeableConcept"));
        }
        return value.path("valueString").asText(value.path("valueInteger").asText());
    }

    private static String limits(JsonNode range) {
        String low = FhirJson.number(range.at("/low/value"));
        String high = FhirJson.number(range.at("/high/value"));
        if (low.isEmpty() && high.isEmpty()) {
            return "";
        }
        return low.isEmpty() ? "≤ " + high : high.isEmpty() ? "≥ " + low : low + "–" + high;
    }
}
