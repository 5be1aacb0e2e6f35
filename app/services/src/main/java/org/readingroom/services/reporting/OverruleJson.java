package org.readingroom.services.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.model.SentenceId;
import org.readingroom.viewer.model.WorkstationException;

/// What was let stand, as JSON.
final class OverruleJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private OverruleJson() {}

    static byte[] write(Overrule one) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("check", one.checkId())
                .put("words", one.words())
                .put("rules", one.rulesVersion())
                .put("userId", one.userId())
                .put("name", one.name())
                .put("at", one.at().toString())
                .put("reason", one.reason());
        SentenceId sentence = one.sentence();
        if (sentence != null) {
            node.put("sentence", sentence.value());
        }
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always JSON", e);
        }
    }

    static Overrule read(byte[] json) throws WorkstationException {
        try {
            JsonNode node = MAPPER.readTree(json);
            @Nullable
            SentenceId sentence =
                    node.has("sentence") ? new SentenceId(node.get("sentence").asText()) : null;
            return new Overrule(
                    node.required("check").asText(),
                    sentence,
                    node.required("words").asText(),
                    node.required("rules").asText(),
                    node.required("userId").asText(),
                    node.required("name").asText(),
                    Instant.parse(node.required("at").asText()),
                    node.required("reason").asText());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new WorkstationException("services.store.damaged", List.of(), "an overrule cannot be read", e);
        }
    }
}
