package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a server says in words.
final class FhirWords {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST = 2000;

    private FhirWords() {}

    /// The issues of an OperationOutcome; of any other answer its beginning.
    static String ofOutcome(String answer) {
        List<String> words = new ArrayList<>();
        try {
            for (JsonNode issue : MAPPER.readTree(answer).path("issue")) {
                String text = issue.at("/details/text")
                        .asText(issue.path("diagnostics").asText());
                words.add(text.isBlank() ? issue.path("code").asText() : text);
            }
        } catch (IOException e) {
            // A page of a proxy, for example: it is told as it is.
            words.clear();
        }
        String all = words.isEmpty() ? answer.strip() : String.join("\n", words);
        return all.length() > MOST ? all.substring(0, MOST) : all;
    }

    /// Of a CodeableConcept, or a list of them: the text, else the words of a code, else the code.
    static String ofConcept(JsonNode concept) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : concept.isArray() ? concept : List.of(concept)) {
            String text = each.path("text").asText();
            for (JsonNode coding : each.path("coding")) {
                text = text.isBlank() ? coding.path("display").asText() : text;
            }
            all.add(text.isBlank() ? each.at("/coding/0/code").asText() : text);
        }
        all.removeIf(String::isBlank);
        return String.join("; ", all);
    }
}
