package org.readingroom.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.readingroom.assets.Messages;

/// Opens the rule files that ship with the program.
final class RuleFiles {
    private RuleFiles() {}

    /// **Errors:** [IllegalStateException] when the file is missing or broken: the program was put together wrongly.
    static JsonNode read(String name, String format) {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("rule file " + name + " is missing");
            }
            JsonNode file = JsonMapper.builder().build().readTree(stream);
            if (!file.path("format").asText().equals(format)
                    || file.path("formatVersion").asInt() != 1) {
                throw new IllegalStateException("rule file " + name + " is no " + format);
            }
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("rule file " + name + " cannot be read", e);
        }
    }

    /// The words of `node`, which stand apart by a bar.
    static List<String> words(JsonNode node) {
        return node.asText().isEmpty() ? List.of() : List.of(node.asText().split("\\|"));
    }

    /// The words of `node`, which stand apart by spaces.
    static Set<String> spaced(JsonNode node) {
        return node.asText().isEmpty()
                ? Set.of()
                : Set.copyOf(List.of(node.asText().split(" ")));
    }

    static void each(JsonNode array, Consumer<JsonNode> action) {
        array.forEach(action);
    }
}
