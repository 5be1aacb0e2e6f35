package org.readingroom.services.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.store.PracticeTable;
import org.readingroom.viewer.model.WorkstationException;

/// Corrections of what is on record of people, as JSON.
final class PracticeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PracticeJson() {}

    static byte[] write(PracticeChange change) {
        ObjectNode node = MAPPER.createObjectNode().put("name", change.by()).put("reason", change.reason());
        node.set("from", node(change.from()));
        node.set("to", node(change.to()));
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always JSON", e);
        }
    }

    static PracticeChange read(PracticeTable.Change row, byte[] json) throws WorkstationException {
        try {
            JsonNode node = MAPPER.readTree(json);
            return new PracticeChange(
                    row.by(),
                    node.required("name").asText(),
                    Instant.ofEpochMilli(row.at()),
                    practice(node.required("from")),
                    practice(node.required("to")),
                    node.required("reason").asText());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new WorkstationException(
                    "services.store.damaged", List.of(), "a correction of a person cannot be read", e);
        }
    }

    private static ObjectNode node(Practice practice) {
        return MAPPER.createObjectNode()
                .put("qualification", practice.qualification())
                .put("licence", practice.licence())
                .put("licenceUntil", text(practice.licenceUntil()))
                .put("since", text(practice.since()));
    }

    private static Practice practice(JsonNode node) {
        return new Practice(
                node.path("qualification").asText(),
                node.path("licence").asText(),
                day(node.path("licenceUntil").asText()),
                day(node.path("since").asText()));
    }

    static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }
}
