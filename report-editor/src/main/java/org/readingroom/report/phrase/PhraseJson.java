package org.readingroom.report.phrase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.viewer.model.WorkstationException;

/// A phrase book as a file that people exchange.
///
/// ```
/// {"format": "readingroom.phrases", "version": 1,
///  "phrases": [{"id", "path": ["胸部", "肺"], "title", "shortcut", "language": "zh", "text"}],
///  "normals": [{"modality": "CT", "region": "CHEST", "sex": "FEMALE", "description", "language",
///               "technique", "findings", "impression"}]}
/// ```
///
/// A file of a later version is refused as a whole rather than read in part; so is one that is broken anywhere.
/// A normal text that does not say its sex and description is read, and suits no study.
// [impl->req~report.phrase.file~1]
public final class PhraseJson {
    public static final String FORMAT = "readingroom.phrases";
    public static final int VERSION = 1;

    /// chosen: a department's book has some hundreds; what is larger is no phrase book.
    public static final int MOST_BYTES = 8 << 20;

    private static final int MOST_PHRASES = 20_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(10)
                        .maxDocumentLength(MOST_BYTES)
                        .build());
    }

    private PhraseJson() {}

    public static byte[] write(PhraseBook book) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        ArrayNode phrases = root.putArray("phrases");
        for (Phrase phrase : book.phrases()) {
            ObjectNode node = phrases.addObject().put("id", phrase.id());
            phrase.path().forEach(node.putArray("path")::add);
            node.put("title", phrase.title())
                    .put("shortcut", phrase.shortcut())
                    .put("language", phrase.language().code())
                    .put("text", phrase.text());
        }
        ArrayNode normals = root.putArray("normals");
        for (NormalText normal : book.normals()) {
            normals.addObject()
                    .put("modality", normal.modality())
                    .put("region", normal.region())
                    .put("sex", normal.sex())
                    .put("description", normal.description())
                    .put("language", normal.language().code())
                    .put("technique", normal.technique())
                    .put("findings", normal.findings())
                    .put("impression", normal.impression());
        }
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    /// **Errors:** `report.phrase.foreign`, `report.phrase.newer`, `report.phrase.broken`.
    public static PhraseBook read(byte[] file) throws WorkstationException {
        if (file.length > MOST_BYTES) {
            throw new WorkstationException("report.phrase.broken", file.length + " bytes are too many");
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(file);
        } catch (IOException e) {
            throw new WorkstationException("report.phrase.foreign", List.of(), "not JSON", e);
        }
        if (root == null || !root.path("format").asText().equals(FORMAT)) {
            throw new WorkstationException("report.phrase.foreign", "no phrase book");
        }
        if (!root.path("version").isInt() || root.path("version").asInt() < 1) {
            throw new WorkstationException("report.phrase.broken", "no version");
        }
        if (root.path("version").asInt() > VERSION) {
            throw new WorkstationException("report.phrase.newer", "version " + root.path("version"));
        }
        try {
            return book(root);
        } catch (IllegalArgumentException e) {
            throw new WorkstationException("report.phrase.broken", List.of(), "a value is out of bounds", e);
        }
    }

    private static PhraseBook book(JsonNode root) {
        List<Phrase> phrases = new ArrayList<>();
        for (JsonNode node : list(root, "phrases")) {
            List<String> path = new ArrayList<>();
            list(node, "path").forEach(name -> path.add(name.asText()));
            phrases.add(new Phrase(
                    text(node, "id"),
                    path,
                    text(node, "title"),
                    node.path("shortcut").asText(),
                    language(node),
                    text(node, "text")));
        }
        List<NormalText> normals = new ArrayList<>();
        for (JsonNode node : list(root, "normals")) {
            normals.add(new NormalText(
                    text(node, "modality"),
                    text(node, "region"),
                    node.path("sex").asText(),
                    node.path("description").asText(),
                    language(node),
                    node.path("technique").asText(),
                    text(node, "findings"),
                    text(node, "impression")));
        }
        return new PhraseBook(phrases, normals);
    }

    private static JsonNode list(JsonNode node, String name) {
        JsonNode list = node.path(name);
        if (!list.isMissingNode() && !list.isArray() || list.size() > MOST_PHRASES) {
            throw new IllegalArgumentException(name + " is no list, or too long a one");
        }
        return list;
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return node.path(name).asText();
    }

    private static ReportLanguage language(JsonNode node) {
        for (ReportLanguage language : ReportLanguage.values()) {
            if (language.code().equals(node.path("language").asText())) {
                return language;
            }
        }
        throw new IllegalArgumentException("language is unknown");
    }
}
