package org.readingroom.report.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.SeriesUid;

/// Structured values, suggestions and key images to JSON nodes and back, as [ReportNodes] does for the rest.
final class StructureNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StructureNodes() {}

    /// A blank section of opinions is not written: most reports have none.
    static List<Section> written(Report report) {
        return report.sections().stream()
                .filter(section -> section.kind() != SectionKind.CONSULTATION || !section.isBlank())
                .toList();
    }

    static ObjectNode qualification(Author author) {
        LocalDate since = author.qualifiedSince();
        return since == null ? NODES.objectNode() : NODES.objectNode().put("qualifiedSince", since.toString());
    }

    static @Nullable LocalDate qualifiedSince(JsonNode author) {
        String since = ReportNodes.optional(author, "qualifiedSince");
        return since == null ? null : LocalDate.parse(since);
    }

    static ObjectNode field(FieldValue field) {
        ObjectNode node = NODES.objectNode()
                .put("field", field.field())
                .put("role", field.role().name())
                .put("name", field.name())
                .put("value", field.value())
                .put("unit", field.unit())
                .put("isFollowed", field.isFollowed());
        CodedConcept concept = field.concept();
        if (concept != null) {
            node.set("concept", ReportNodes.concept(concept));
        }
        return node;
    }

    static FieldValue field(JsonNode node) {
        return new FieldValue(
                ReportNodes.text(node, "field"),
                FieldRole.valueOf(ReportNodes.text(node, "role")),
                ReportNodes.textOr(node, "name", ""),
                ReportNodes.text(node, "value"),
                ReportNodes.textOr(node, "unit", ""),
                node.has("concept") ? ReportNodes.concept(ReportNodes.object(node, "concept")) : null,
                node.path("isFollowed").booleanValue());
    }

    static ObjectNode suggestion(SuggestionTrace trace) {
        ObjectNode node = NODES.objectNode()
                .put("source", trace.source())
                .put("sourceVersion", trace.sourceVersion())
                .put("suggested", trace.suggested())
                .put("act", trace.act().name())
                .put("editDistance", trace.editDistance());
        node.set("basis", ReportNodes.array(trace.basis(), NODES::textNode));
        return node;
    }

    static SuggestionTrace suggestion(JsonNode node) {
        return new SuggestionTrace(
                ReportNodes.text(node, "source"),
                ReportNodes.text(node, "sourceVersion"),
                ReportNodes.text(node, "suggested"),
                SuggestionTrace.Act.valueOf(ReportNodes.text(node, "act")),
                node.path("editDistance").intValue(),
                ReportNodes.list(node, "basis", JsonNode::asText));
    }

    static ObjectNode keyImage(KeyImage image) {
        ObjectNode node = NODES.objectNode()
                .put("series", image.series().value())
                .put("instance", image.frame().instance().value())
                .put("frame", image.frame().frame())
                .put("caption", image.caption());
        ReportNodes.putWindow(node, image.window());
        return node;
    }

    static KeyImage keyImage(JsonNode node) {
        return new KeyImage(
                new SeriesUid(ReportNodes.text(node, "series")),
                ReportNodes.frame(node),
                ReportNodes.window(node),
                ReportNodes.textOr(node, "caption", ""));
    }
}
