package org.readingroom.report.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.viewer.model.StudyUid;

/// Acts as JSON, for storage; the same act gives the same bytes.
public final class ImageQualityJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String FORMAT = "readingroom.image-quality-act/1";

    private ImageQualityJson() {}

    /// UTF-8.
    public static byte[] write(ImageQualityAct act) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("form", FORMAT)
                .put("id", act.id().toString())
                .put("kind", act.kind().name())
                .put("at", act.at().toString())
                .put("userId", act.userId())
                .put("name", act.name())
                .put("grade", act.grade().name())
                .put("words", act.words())
                .put("study", act.images().study().value())
                .put("modality", act.images().modality())
                .put("images", act.images().count())
                .put("rulesVersion", act.rulesVersion());
        ArrayNode modalities = node.putArray("modalities");
        act.images().modalities().stream().sorted().forEach(modalities::add);
        ArrayNode defects = node.putArray("defects");
        act.defects()
                .forEach(defect -> defects.addObject()
                        .put("id", defect.id())
                        .put("zh", defect.nameZh())
                        .put("en", defect.nameEn()));
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    /// **Errors:** [ReportFormatException] when this is no act, or one of a form not known here.
    public static ImageQualityAct read(byte[] json) throws ReportFormatException {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node == null || !node.path("form").asText().equals(FORMAT)) {
                throw new ReportFormatException("report.file.newer", "act on image quality of another form", null);
            }
            List<ImageDefect> defects = new ArrayList<>();
            node.path("defects")
                    .forEach(each -> defects.add(new ImageDefect(
                            each.path("id").asText(),
                            each.path("zh").asText(),
                            each.path("en").asText())));
            return new ImageQualityAct(
                    UUID.fromString(node.path("id").asText()),
                    ImageQualityAct.Kind.valueOf(node.path("kind").asText()),
                    Instant.parse(node.path("at").asText()),
                    node.path("userId").asText(),
                    node.path("name").asText(),
                    ImageGrade.valueOf(node.path("grade").asText()),
                    defects,
                    node.path("words").asText(),
                    images(node),
                    node.path("rulesVersion").asText());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            // the cause's text may quote the act
            throw new ReportFormatException("report.file.broken", "a stored act on image quality is broken", null);
        }
    }

    private static JudgedImages images(JsonNode node) {
        Set<String> modalities = new HashSet<>();
        node.path("modalities").forEach(each -> modalities.add(each.asText()));
        return new JudgedImages(
                new StudyUid(node.path("study").asText()),
                node.path("modality").asText(),
                modalities,
                node.path("images").asInt());
    }
}
