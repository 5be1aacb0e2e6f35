package org.readingroom.desktop.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import picocli.CommandLine.Option;

/// `--json`: one JSON object per line instead of text for people.
final class JsonOption {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Option(names = "--json", description = "${bundle:cli.option.json}")
    private boolean json;

    boolean isOn() {
        return json;
    }

    /// `values` in one line, members in the order of the map.
    static String text(Map<String, ?> values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a result that is no JSON", e);
        }
    }
}
