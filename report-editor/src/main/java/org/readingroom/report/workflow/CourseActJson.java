package org.readingroom.report.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.readingroom.report.model.ReportFormatException;

/// Acts as JSON, for storage; the same act gives the same bytes.
public final class CourseActJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String FORMAT = "readingroom.course-act/1";

    private CourseActJson() {}

    /// UTF-8.
    public static byte[] write(CourseAct act) {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .put("form", FORMAT)
                    .put("id", act.id())
                    .put("digest", act.digest())
                    .put("version", act.version())
                    .put("kind", act.kind().name())
                    .put("userId", act.userId())
                    .put("name", act.name())
                    .put("at", act.at().toString())
                    .put("code", act.code())
                    .put("words", act.words())
                    .put("to", act.to())
                    .put("toName", act.toName())
                    .put("rulesVersion", act.rulesVersion()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    /// **Errors:** [ReportFormatException] when this is no act, or one of a form not known here.
    public static CourseAct read(byte[] json) throws ReportFormatException {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node == null || !node.path("form").asText().equals(FORMAT)) {
                throw new ReportFormatException("report.file.newer", "act of another form", null);
            }
            return new CourseAct(
                    node.path("id").asText(),
                    node.path("digest").asText(),
                    node.path("version").intValue(),
                    CourseAct.Kind.valueOf(node.path("kind").asText()),
                    node.path("userId").asText(),
                    node.path("name").asText(),
                    Instant.parse(node.path("at").asText()),
                    node.path("code").asText(),
                    node.path("words").asText(),
                    node.path("to").asText(),
                    node.path("toName").asText(),
                    node.path("rulesVersion").asText());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            // the cause's text may quote the act
            throw new ReportFormatException("report.file.broken", "stored act is broken", null);
        }
    }
}
