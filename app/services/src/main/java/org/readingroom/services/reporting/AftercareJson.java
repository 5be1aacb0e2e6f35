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
import org.readingroom.report.model.ReportId;
import org.readingroom.report.quality.Conformity;
import org.readingroom.report.quality.ConformityMark;
import org.readingroom.report.quality.ConformitySource;
import org.readingroom.report.quality.FollowUpItem;
import org.readingroom.services.store.AftercareTable;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The bodies of what became of cases.
final class AftercareJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AftercareJson() {}

    static byte[] write(ConformityMark mark) {
        return bytes(MAPPER.createObjectNode()
                .put("version", mark.version())
                .put("verdict", mark.verdict().name())
                .put("source", mark.source().name())
                .put("found", mark.found().toString())
                .put("words", mark.words())
                .put("name", mark.name()));
    }

    static byte[] write(FollowUpItem item) {
        return bytes(MAPPER.createObjectNode()
                .put("study", item.study().value())
                .put("whose", item.whose())
                .put("due", item.due().toString())
                .put("what", item.what())
                .put("name", item.name()));
    }

    static byte[] write(FollowUpItem.End end) {
        return bytes(MAPPER.createObjectNode().put("words", end.words()).put("name", end.name()));
    }

    static ConformityMark mark(AftercareTable.Row row, byte[] json) throws WorkstationException {
        JsonNode node = read(json);
        try {
            return new ConformityMark(
                    new ReportId(row.item()),
                    node.path("version").asInt(),
                    Conformity.valueOf(node.path("verdict").asText()),
                    ConformitySource.valueOf(node.path("source").asText()),
                    LocalDate.parse(node.path("found").asText()),
                    node.path("words").asText(),
                    row.user(),
                    node.path("name").asText(),
                    Instant.ofEpochMilli(row.at()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw damaged(e);
        }
    }

    static FollowUpItem item(AftercareTable.Row row, byte[] json) throws WorkstationException {
        JsonNode node = read(json);
        try {
            return new FollowUpItem(
                    row.item(),
                    new StudyUid(node.path("study").asText()),
                    node.path("whose").asText(),
                    LocalDate.parse(node.path("due").asText()),
                    node.path("what").asText(),
                    row.user(),
                    node.path("name").asText(),
                    Instant.ofEpochMilli(row.at()),
                    null);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw damaged(e);
        }
    }

    static FollowUpItem.End end(AftercareTable.Row row, byte[] json) throws WorkstationException {
        JsonNode node = read(json);
        return new FollowUpItem.End(
                row.kind().equals(AftercareKind.DONE.name()),
                node.path("words").asText(),
                row.user(),
                node.path("name").asText(),
                Instant.ofEpochMilli(row.at()));
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always JSON", e);
        }
    }

    private static JsonNode read(byte[] json) throws WorkstationException {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static WorkstationException damaged(Exception cause) {
        return new WorkstationException("services.store.damaged", List.of(), "aftercare cannot be read", cause);
    }
}
