package org.readingroom.services.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// The list of every version of the department's templates, as it is kept.
final class TemplateIndexJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FORM = 1;

    private TemplateIndexJson() {}

    static byte[] write(List<TemplateVersion> versions) {
        ObjectNode root = MAPPER.createObjectNode().put("form", FORM);
        ArrayNode list = root.putArray("versions");
        for (TemplateVersion one : versions) {
            list.addObject()
                    .put("id", one.id())
                    .put("version", one.version())
                    .put("title", one.title())
                    .put("language", one.language())
                    .put("at", one.at().toString())
                    .put("by", one.by())
                    .put("digest", one.digest())
                    .put("retired", one.isRetired());
        }
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    /// **Errors:** `services.templates.broken`: a list that cannot be read is never taken for an empty one.
    static List<TemplateVersion> read(byte[] json) throws WorkstationException {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root.path("form").asInt() != FORM) {
                throw new WorkstationException("services.templates.broken", "form " + root.path("form"));
            }
            List<TemplateVersion> versions = new ArrayList<>();
            for (JsonNode one : root.path("versions")) {
                versions.add(new TemplateVersion(
                        one.path("id").asText(),
                        one.path("version").asInt(),
                        one.path("title").asText(),
                        one.path("language").asText(),
                        Instant.parse(one.path("at").asText()),
                        one.path("by").asText(),
                        one.path("digest").asText(),
                        one.path("retired").asBoolean()));
            }
            return versions;
        } catch (IOException | DateTimeException e) {
            throw new WorkstationException("services.templates.broken", List.of(), "list of templates", e);
        }
    }
}
