package org.readingroom.report.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;

/// Values of the report to JSON nodes and back. What is missing or of the wrong kind is an
/// [IllegalArgumentException].
final class ReportNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportNodes() {}

    static ObjectNode report(Report report) {
        ObjectNode node = NODES.objectNode()
                .put("id", report.id().value())
                .put("language", report.language().code())
                .put("templateId", report.templateId());
        node.set("study", StudyNodes.study(report.study()));
        node.set("sections", array(StructureNodes.written(report), ReportNodes::section));
        if (report.conclusion() != Polarity.UNMARKED) {
            node.put("conclusion", report.conclusion().name());
        }
        if (!report.keyImages().isEmpty()) {
            node.set("keyImages", array(report.keyImages(), StructureNodes::keyImage));
        }
        return node;
    }

    static Report report(JsonNode node) {
        return new Report(
                new ReportId(text(node, "id")),
                StudyNodes.study(object(node, "study")),
                language(text(node, "language")),
                textOr(node, "templateId", ""),
                list(node, "sections", ReportNodes::section),
                Polarity.valueOf(textOr(node, "conclusion", Polarity.UNMARKED.name())),
                list(node, "keyImages", StructureNodes::keyImage));
    }

    static ObjectNode act(SigningAct act) {
        Author author = act.author();
        ObjectNode node = NODES.objectNode().put("stage", act.stage().name());
        ObjectNode person = NODES.objectNode()
                .put("userId", author.userId())
                .put("displayName", author.displayName())
                .put("licenceNumber", author.licenceNumber())
                .put("licenceValidUntil", string(author.licenceValidUntil()));
        person.setAll(StructureNodes.qualification(author));
        person.set("roles", array(author.roles().stream().sorted().toList(), role -> NODES.textNode(role.name())));
        node.set("author", person);
        return node.put("version", act.version())
                .put("predecessorDigest", act.predecessorDigest())
                .put("signedAt", act.signedAt().toString())
                .put("reason", act.reason())
                .put("rulesVersion", act.rulesVersion());
    }

    static SigningAct act(JsonNode node) {
        JsonNode author = object(node, "author");
        String licence = optional(author, "licenceValidUntil");
        return new SigningAct(
                Stage.valueOf(text(node, "stage")),
                new Author(
                        text(author, "userId"),
                        text(author, "displayName"),
                        Set.copyOf(list(author, "roles", role -> AuthorRole.valueOf(role.asText()))),
                        textOr(author, "licenceNumber", ""),
                        licence == null ? null : LocalDate.parse(licence),
                        StructureNodes.qualifiedSince(author)),
                node.path("version").intValue(),
                text(node, "predecessorDigest"),
                Instant.parse(text(node, "signedAt")),
                textOr(node, "reason", ""),
                textOr(node, "rulesVersion", ""));
    }

    private static ObjectNode section(Section section) {
        ObjectNode node = NODES.objectNode().put("kind", section.kind().name());
        node.set("sentences", array(section.sentences(), ReportNodes::sentence));
        return node;
    }

    private static Section section(JsonNode node) {
        return new Section(SectionKind.valueOf(text(node, "kind")), list(node, "sentences", ReportNodes::sentence));
    }

    private static ObjectNode sentence(ReportSentence sentence) {
        ObjectNode node = NODES.objectNode()
                .put("id", sentence.id().value())
                .put("text", sentence.text())
                .put("origin", sentence.origin().name());
        node.set("evidence", array(sentence.evidence(), ReportNodes::anchor));
        node.set("measurements", array(sentence.measurements(), ReportNodes::measurement));
        node.set("concepts", array(sentence.concepts(), ReportNodes::concept));
        if (!sentence.fields().isEmpty()) {
            node.set("fields", array(sentence.fields(), StructureNodes::field));
        }
        SuggestionTrace suggestion = sentence.suggestion();
        if (suggestion != null) {
            node.set("suggestion", StructureNodes.suggestion(suggestion));
        }
        return node;
    }

    private static ReportSentence sentence(JsonNode node) {
        return new ReportSentence(
                new SentenceId(text(node, "id")),
                text(node, "text"),
                SentenceOrigin.valueOf(text(node, "origin")),
                list(node, "evidence", ReportNodes::anchor),
                list(node, "measurements", ReportNodes::measurement),
                list(node, "concepts", ReportNodes::concept),
                list(node, "fields", StructureNodes::field),
                node.has("suggestion") ? StructureNodes.suggestion(object(node, "suggestion")) : null);
    }

    private static ObjectNode anchor(EvidenceAnchor anchor) {
        ObjectNode node = NODES.objectNode().put("series", anchor.series().value());
        FrameRef frame = anchor.frame();
        if (frame != null) {
            node.put("instance", frame.instance().value()).put("frame", frame.frame());
        }
        AnnotationId annotation = anchor.annotation();
        if (annotation != null) {
            node.put("annotation", annotation.value());
        }
        putWindow(node, anchor.window());
        return node;
    }

    static void putWindow(ObjectNode node, @Nullable AnchorWindow window) {
        if (window != null) {
            node.put("windowCenter", window.center()).put("windowWidth", window.width());
        }
    }

    static @Nullable AnchorWindow window(JsonNode node) {
        return node.has("windowCenter")
                ? new AnchorWindow(number(node, "windowCenter"), number(node, "windowWidth"))
                : null;
    }

    static FrameRef frame(JsonNode node) {
        return new FrameRef(
                new SopInstanceUid(text(node, "instance")), node.path("frame").intValue());
    }

    private static EvidenceAnchor anchor(JsonNode node) {
        return new EvidenceAnchor(
                new SeriesUid(text(node, "series")),
                node.has("instance") ? frame(node) : null,
                node.has("annotation") ? new AnnotationId(text(node, "annotation")) : null,
                window(node));
    }

    private static ObjectNode measurement(BoundMeasurement bound) {
        return NODES.objectNode()
                .put("annotation", bound.annotation().value())
                .put("quantity", bound.measurement().quantity().name())
                .put("value", bound.measurement().value())
                .put("unit", bound.measurement().ucum())
                .put("shown", bound.shown());
    }

    private static BoundMeasurement measurement(JsonNode node) {
        return new BoundMeasurement(
                new AnnotationId(text(node, "annotation")),
                new Measurement(
                        Measurement.Quantity.valueOf(text(node, "quantity")),
                        number(node, "value"),
                        text(node, "unit")),
                text(node, "shown"));
    }

    static ObjectNode concept(CodedConcept concept) {
        return NODES.objectNode()
                .put("code", concept.code())
                .put("scheme", concept.scheme())
                .put("english", concept.english())
                .put("chinese", concept.chinese());
    }

    static CodedConcept concept(JsonNode node) {
        return new CodedConcept(
                text(node, "code"), text(node, "scheme"), textOr(node, "english", ""), textOr(node, "chinese", ""));
    }

    private static ReportLanguage language(String code) {
        for (ReportLanguage language : ReportLanguage.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("report language " + code);
    }

    static <T> ArrayNode array(List<T> values, Function<T, JsonNode> toNode) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(toNode.apply(value)));
        return array;
    }

    static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> ofNode) {
        List<T> values = new ArrayList<>();
        node.path(field).forEach(element -> values.add(ofNode.apply(element)));
        return values;
    }

    static JsonNode object(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isObject()) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return value;
    }

    static String text(JsonNode node, String field) {
        String value = node.path(field).textValue();
        if (value == null) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return value;
    }

    static String textOr(JsonNode node, String field, String otherwise) {
        String value = node.path(field).textValue();
        return value == null ? otherwise : value;
    }

    static @Nullable String optional(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    static double number(JsonNode node, String field) {
        if (!node.path(field).isNumber()) {
            throw new IllegalArgumentException("field " + field + " is no number");
        }
        return node.path(field).doubleValue();
    }

    static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
