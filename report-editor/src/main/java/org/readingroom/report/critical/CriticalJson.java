package org.readingroom.report.critical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.readingroom.report.critical.CriticalEvent.Mark;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.viewer.model.StudyUid;

/// One event as JSON and back.
public final class CriticalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CriticalJson() {}

    public static byte[] write(CriticalEvent event) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("id", event.id().toString())
                .put("kind", event.kind().name())
                .put("occurredAt", event.occurredAt().toString())
                .put("recordedAt", event.recordedAt().toString())
                .put("words", event.words());
        node.set("by", actor(event.by()));
        CriticalContact contact = event.contact();
        if (contact != null) {
            node.set("contact", contact(contact));
        }
        CriticalFinding finding = event.finding();
        if (finding != null) {
            node.set("finding", finding(finding));
        }
        UUID corrects = event.corrects();
        if (corrects != null) {
            node.put("corrects", corrects.toString());
        }
        ArrayNode marks = node.putArray("marks");
        event.marks().stream().sorted().forEach(mark -> marks.add(mark.name()));
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    public static CriticalEvent read(byte[] json) throws ReportFormatException {
        try {
            JsonNode node = MAPPER.readTree(json);
            Set<Mark> marks = EnumSet.noneOf(Mark.class);
            node.path("marks").forEach(mark -> marks.add(Mark.valueOf(mark.asText())));
            return new CriticalEvent(
                    UUID.fromString(node.path("id").asText()),
                    CriticalKind.valueOf(node.path("kind").asText()),
                    actor(node.path("by")),
                    Instant.parse(node.path("occurredAt").asText()),
                    Instant.parse(node.path("recordedAt").asText()),
                    node.path("words").asText(),
                    node.has("contact") ? contact(node.path("contact")) : null,
                    node.has("finding") ? finding(node.path("finding")) : null,
                    node.has("corrects") ? UUID.fromString(node.path("corrects").asText()) : null,
                    marks);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            // the cause is left out: its words may quote a patient
            throw new ReportFormatException(
                    "report.critical.unreadable", "an event of a critical value cannot be read", null);
        }
    }

    private static ObjectNode actor(CriticalActor actor) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("id", actor.id())
                .put("name", actor.name())
                .put("side", actor.side().name());
        ArrayNode roles = node.putArray("roles");
        actor.roles().stream().sorted().forEach(role -> roles.add(role.name()));
        return node;
    }

    private static CriticalActor actor(JsonNode node) {
        Set<AuthorRole> roles = EnumSet.noneOf(AuthorRole.class);
        node.path("roles").forEach(role -> roles.add(AuthorRole.valueOf(role.asText())));
        return new CriticalActor(
                node.path("id").asText(),
                node.path("name").asText(),
                roles,
                CriticalActor.Side.valueOf(node.path("side").asText()));
    }

    private static ObjectNode contact(CriticalContact contact) {
        return MAPPER.createObjectNode()
                .put("name", contact.name())
                .put("place", contact.place())
                .put("phone", contact.phone())
                .put("medium", contact.medium().name())
                .put("readBack", contact.readBack());
    }

    private static CriticalContact contact(JsonNode node) {
        return new CriticalContact(
                node.path("name").asText(),
                node.path("place").asText(),
                node.path("phone").asText(),
                CriticalContact.Medium.valueOf(node.path("medium").asText()),
                node.path("readBack").asText());
    }

    private static ObjectNode finding(CriticalFinding finding) {
        return MAPPER.createObjectNode()
                .put("study", finding.study().value())
                .put("report", finding.report())
                .put("sentence", finding.sentence())
                .put("words", finding.words())
                .put("dictionaryVersion", finding.dictionaryVersion())
                .put("entry", finding.entry())
                .put("nameZh", finding.nameZh())
                .put("nameEn", finding.nameEn())
                .put("notifiedSeconds", finding.limits().notified().toSeconds())
                .put("acknowledgedSeconds", finding.limits().acknowledged().toSeconds())
                .put("handledSeconds", finding.limits().handled().toSeconds());
    }

    private static CriticalFinding finding(JsonNode node) {
        return new CriticalFinding(
                new StudyUid(node.path("study").asText()),
                node.path("report").asText(),
                node.path("sentence").asText(),
                node.path("words").asText(),
                node.path("dictionaryVersion").asText(),
                node.path("entry").asText(),
                node.path("nameZh").asText(),
                node.path("nameEn").asText(),
                new CriticalLimits(
                        Duration.ofSeconds(node.path("notifiedSeconds").asLong()),
                        Duration.ofSeconds(node.path("acknowledgedSeconds").asLong()),
                        Duration.ofSeconds(node.path("handledSeconds").asLong())));
    }
}
