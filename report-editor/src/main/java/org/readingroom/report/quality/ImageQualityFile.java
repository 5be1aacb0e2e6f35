package org.readingroom.report.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.AuthorRole;

/// A rule file of image quality as it is read. What it leaves out is not guessed.
///
/// ```
/// {"format": "readingroom.image-quality", "formatVersion": 1, "version": …,
///  "grades": {"A": {"defects": "NONE | ALLOWED | REQUIRED", "blocks": …}, …},
///  "gradedBy": [role, …], "returnedBy": [role, …], "ungraded": "NONE | WARNING | BLOCKING", "printed": …,
///  "defects": [{"id": …, "zh": …, "en": …, "modalities": […], "words": …}, …]}
/// ```
final class ImageQualityFile {
    private ImageQualityFile() {}

    static ImageQualityRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.image-quality")
                || file.path("formatVersion").asInt() != 1
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a rule file of image quality");
        }
        try {
            Map<ImageGrade, GradeRule> grades = new EnumMap<>(ImageGrade.class);
            for (Map.Entry<String, JsonNode> each : file.path("grades").properties()) {
                grades.put(ImageGrade.valueOf(each.getKey()), grade(each.getValue()));
            }
            List<DefectRule> defects = new ArrayList<>();
            for (JsonNode each : file.path("defects")) {
                defects.add(defect(each));
            }
            return new ImageQualityRules(
                    file.path("version").asText(),
                    grades,
                    defects,
                    roles(file.path("gradedBy")),
                    roles(file.path("returnedBy")),
                    ungraded(file.path("ungraded").asText()),
                    fact(file, "printed"));
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of image quality: " + e.getMessage(), e);
        }
    }

    private static GradeRule grade(JsonNode node) throws IOException {
        return new GradeRule(GradeRule.Defects.valueOf(node.path("defects").asText()), fact(node, "blocks"));
    }

    private static DefectRule defect(JsonNode node) throws IOException {
        Set<String> modalities = new HashSet<>();
        for (JsonNode each : node.path("modalities")) {
            // a code as DICOM writes it; another spelling would never be met
            if (!each.asText().matches("[A-Z]{2,16}")) {
                throw new IOException("no modality: " + each.asText());
            }
            modalities.add(each.asText());
        }
        return new DefectRule(
                new ImageDefect(
                        node.path("id").asText(),
                        node.path("zh").asText(),
                        node.path("en").asText()),
                modalities,
                node.has("words") && fact(node, "words"));
    }

    private static @Nullable CheckSeverity ungraded(String said) {
        return said.equals("NONE") ? null : CheckSeverity.valueOf(said);
    }

    private static Set<AuthorRole> roles(JsonNode list) {
        Set<AuthorRole> roles = new HashSet<>();
        list.forEach(role -> roles.add(AuthorRole.valueOf(role.asText())));
        return roles;
    }

    private static boolean fact(JsonNode node, String name) throws IOException {
        if (!node.path(name).isBoolean()) {
            throw new IOException("rule file of image quality without true or false for " + name);
        }
        return node.path(name).booleanValue();
    }
}
