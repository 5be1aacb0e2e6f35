package org.readingroom.report.research;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.readingroom.report.model.ReportFormatException;

/// Acts about research projects as JSON, for storage; the same act gives the same bytes.
public final class ResearchJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String FORMAT = "readingroom.research-act/1";

    private ResearchJson() {}

    /// UTF-8.
    public static byte[] write(ResearchAct act) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("form", FORMAT)
                .put("id", act.id())
                .put("projectId", act.projectId())
                .put("kind", act.kind().name())
                .put("userId", act.userId())
                .put("name", act.name())
                .put("at", act.at().toString())
                .put("words", act.words())
                .put("rows", act.rows())
                .put("rulesVersion", act.rulesVersion());
        ResearchProject project = act.project();
        if (project != null) {
            node.set("project", project(project));
        }
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    /// **Errors:** [ReportFormatException] when this is no act, or one of a form not known here.
    public static ResearchAct read(byte[] json) throws ReportFormatException {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node == null || !node.path("form").asText().equals(FORMAT)) {
                throw new ReportFormatException("report.file.newer", "act of another form", null);
            }
            return new ResearchAct(
                    node.path("id").asText(),
                    node.path("projectId").asText(),
                    ResearchAct.Kind.valueOf(node.path("kind").asText()),
                    node.path("userId").asText(),
                    node.path("name").asText(),
                    Instant.parse(node.path("at").asText()),
                    node.path("words").asText(),
                    node.path("rows").intValue(),
                    node.path("rulesVersion").asText(),
                    node.has("project") ? project(node.path("project")) : null);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            // the cause's text may quote the act
            throw new ReportFormatException("report.file.broken", "stored act is broken", null);
        }
    }

    private static ObjectNode project(ResearchProject project) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("id", project.id())
                .put("title", project.title())
                .put("ethics", project.ethics())
                .put("committee", project.committee())
                .put("validUntil", project.validUntil().toString())
                .put("from", project.from().toString())
                .put("to", project.to().toString())
                .put("modality", project.modality())
                .put("dates", project.dates().name())
                .put("withCodes", project.withCodes())
                .put("withFreeText", project.withFreeText());
        ArrayNode fields = node.putArray("fields");
        project.fields().forEach(fields::add);
        return node;
    }

    private static ResearchProject project(JsonNode node) {
        SortedSet<String> fields = new TreeSet<>();
        node.path("fields").forEach(field -> fields.add(field.asText()));
        return new ResearchProject(
                node.path("id").asText(),
                node.path("title").asText(),
                node.path("ethics").asText(),
                node.path("committee").asText(),
                LocalDate.parse(node.path("validUntil").asText()),
                LocalDate.parse(node.path("from").asText()),
                LocalDate.parse(node.path("to").asText()),
                node.path("modality").asText(),
                fields,
                DateForm.valueOf(node.path("dates").asText()),
                node.path("withCodes").asBoolean(false),
                node.path("withFreeText").asBoolean(false));
    }
}
