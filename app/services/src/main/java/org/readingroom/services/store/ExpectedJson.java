package org.readingroom.services.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// The body of a row of [ExpectedStudies], before sealing.
final class ExpectedJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ExpectedJson() {}

    static byte[] write(ExpectedStudy study) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("study", study.study().value());
        node.put("patientId", study.patientId());
        ArrayNode all = node.putArray("series");
        for (ExpectedSeries one : study.series()) {
            Series series = one.series();
            ObjectNode each = all.addObject();
            each.put("uid", series.uid().value());
            each.put("modality", series.modality());
            each.put("number", series.number());
            each.put("description", series.description());
            each.put("bodyPart", series.bodyPart());
            each.put("laterality", series.laterality());
            each.put("count", series.instanceCount());
            each.put("listed", one.isListed());
            ArrayNode instances = each.putArray("instances");
            for (ArchiveInstance instance : one.instances()) {
                instances
                        .addArray()
                        .add(instance.uid().value())
                        .add(instance.sopClassUid())
                        .add(instance.number())
                        .add(instance.frames());
            }
        }
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new IllegalStateException("writing an index row failed", e);
        }
    }

    static ExpectedStudy read(byte[] json) throws StoreException {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (IOException e) {
            throw new StoreException("services.store.damaged", List.of(), "an index row is no JSON", e);
        }
        StudyUid study = new StudyUid(node.path("study").asText());
        List<ExpectedSeries> all = new ArrayList<>();
        for (JsonNode each : node.path("series")) {
            SeriesUid uid = new SeriesUid(each.path("uid").asText());
            Series series = new Series(
                    uid,
                    study,
                    each.path("modality").asText(""),
                    each.path("number").asInt(),
                    each.path("description").asText(""),
                    each.path("bodyPart").asText(""),
                    each.path("laterality").asText(""),
                    each.path("count").asInt());
            List<ArchiveInstance> instances = new ArrayList<>();
            for (JsonNode row : each.path("instances")) {
                instances.add(new ArchiveInstance(
                        new SopInstanceUid(row.path(0).asText()),
                        uid,
                        study,
                        row.path(1).asText(""),
                        row.path(2).asInt(),
                        row.path(3).asInt()));
            }
            all.add(new ExpectedSeries(series, each.path("listed").asBoolean(), instances));
        }
        return new ExpectedStudy(study, node.path("patientId").asText(""), all);
    }
}
