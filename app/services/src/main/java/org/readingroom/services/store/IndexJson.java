package org.readingroom.services.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.TreeSet;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The bodies of the index rows, before sealing.
final class IndexJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// A study with what the list shows beside it.
    record StudyBody(Study study, String priority) {}

    /// An instance with the SHA-256 of its file, in hexadecimal.
    record InstanceBody(StoredInstance instance, String sha256) {}

    private IndexJson() {}

    static byte[] write(StudyBody body) {
        Study study = body.study();
        Patient patient = study.patient();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("uid", study.uid().value());
        node.put("patientId", patient.id().value());
        node.put("issuer", patient.id().issuer());
        node.put("alphabetic", patient.name().alphabetic());
        node.put("ideographic", patient.name().ideographic());
        node.put("phonetic", patient.name().phonetic());
        LocalDate birth = patient.birthDate();
        node.put("birth", birth == null ? "" : birth.toString());
        node.put("sex", patient.sex().name());
        node.put("accession", study.accessionNumber());
        LocalDateTime time = study.dateTime();
        node.put("time", time == null ? "" : time.toString());
        node.put("description", study.description());
        ArrayNode modalities = node.putArray("modalities");
        study.modalities().forEach(modalities::add);
        node.put("bodyPart", study.bodyPart());
        node.put("series", study.seriesCount());
        node.put("instances", study.instanceCount());
        node.put("priority", body.priority());
        return bytes(node);
    }

    static StudyBody study(byte[] json) throws WorkstationException {
        JsonNode node = tree(json);
        TreeSet<String> modalities = new TreeSet<>();
        node.path("modalities").forEach(modality -> modalities.add(modality.asText()));
        String birth = text(node, "birth");
        String time = text(node, "time");
        Patient patient = new Patient(
                new PatientId(text(node, "patientId"), text(node, "issuer")),
                new PersonName(text(node, "alphabetic"), text(node, "ideographic"), text(node, "phonetic")),
                birth.isEmpty() ? null : LocalDate.parse(birth),
                Sex.valueOf(text(node, "sex")));
        Study study = new Study(
                new StudyUid(text(node, "uid")),
                patient,
                text(node, "accession"),
                time.isEmpty() ? null : LocalDateTime.parse(time),
                text(node, "description"),
                modalities,
                text(node, "bodyPart"),
                node.path("series").asInt(),
                node.path("instances").asInt());
        return new StudyBody(study, text(node, "priority"));
    }

    static byte[] write(Series series) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("uid", series.uid().value());
        node.put("study", series.study().value());
        node.put("modality", series.modality());
        node.put("number", series.number());
        node.put("description", series.description());
        node.put("bodyPart", series.bodyPart());
        node.put("laterality", series.laterality());
        return bytes(node);
    }

    static Series series(byte[] json, int instances) throws WorkstationException {
        JsonNode node = tree(json);
        return new Series(
                new SeriesUid(text(node, "uid")),
                new StudyUid(text(node, "study")),
                text(node, "modality"),
                node.path("number").asInt(),
                text(node, "description"),
                text(node, "bodyPart"),
                text(node, "laterality"),
                instances);
    }

    static byte[] write(InstanceBody body) {
        StoredInstance instance = body.instance();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("uid", instance.uid().value());
        node.put("series", instance.series().value());
        node.put("study", instance.study().value());
        node.put("sopClass", instance.sopClassUid());
        node.put("transferSyntax", instance.transferSyntaxUid());
        node.put("number", instance.number());
        node.put("frames", instance.frames());
        node.put("bytes", instance.bytes());
        node.put("sha256", body.sha256());
        return bytes(node);
    }

    static InstanceBody instance(byte[] json) throws WorkstationException {
        JsonNode node = tree(json);
        StoredInstance instance = new StoredInstance(
                new SopInstanceUid(text(node, "uid")),
                new SeriesUid(text(node, "series")),
                new StudyUid(text(node, "study")),
                text(node, "sopClass"),
                text(node, "transferSyntax"),
                node.path("number").asInt(),
                node.path("frames").asInt(),
                node.path("bytes").asLong());
        return new InstanceBody(instance, text(node, "sha256"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new IllegalStateException("writing an index row failed", e);
        }
    }

    private static JsonNode tree(byte[] json) throws StoreException {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new StoreException("services.store.damaged", java.util.List.of(), "an index row is no JSON", e);
        }
    }
}
