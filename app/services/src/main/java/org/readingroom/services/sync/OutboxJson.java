package org.readingroom.services.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.readingroom.viewer.model.WorkstationException;

/// What is kept, sealed, of a story and of a receipt.
final class OutboxJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private OutboxJson() {}

    static byte[] write(String reasonKey, String words) {
        return bytes(MAPPER.createObjectNode().put("reason", reasonKey).put("words", words));
    }

    static OutboxEvent event(Instant at, OutboxEvent.Kind kind, byte[] json) throws WorkstationException {
        JsonNode node = read(json);
        return new OutboxEvent(
                at, kind, node.path("reason").asText(), node.path("words").asText());
    }

    static byte[] write(Receipt receipt) {
        ObjectNode node =
                MAPPER.createObjectNode().put("resource", receipt.resource()).put("version", receipt.version());
        Instant issued = receipt.issued();
        if (issued != null) {
            node.put("issued", issued.toString());
        }
        return bytes(node);
    }

    static Receipt receipt(byte[] json) throws WorkstationException {
        JsonNode node = read(json);
        String issued = node.path("issued").asText();
        return new Receipt(
                node.path("resource").asText(),
                node.path("version").asText(),
                issued.isEmpty() ? null : Instant.parse(issued));
    }

    private static JsonNode read(byte[] json) throws WorkstationException {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new WorkstationException("services.store.damaged", "a story of the outbox is no JSON");
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }
}
