package org.readingroom.services.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.report.prior.OutsideState;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Reports of other systems as the body of a row, before sealing.
final class OutsideJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OutsideJson() {}

    static byte[] write(OutsideStore.Kept kept) {
        ObjectNode node = MAPPER.createObjectNode();
        Patient patient = kept.patient();
        node.put("patientId", patient.id().value());
        node.put("issuer", patient.id().issuer());
        node.put("alphabetic", patient.name().alphabetic());
        node.put("ideographic", patient.name().ideographic());
        node.put("phonetic", patient.name().phonetic());
        node.put("birth", text(patient.birthDate()));
        node.put("sex", patient.sex().name());
        node.put("asked", kept.asked().toString());
        node.put("whole", kept.isWhole());
        kept.reports()
                .forEach(report -> write(report, node.withArray("/reports").addObject()));
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new IllegalStateException("writing reports of other systems failed", e);
        }
    }

    private static void write(OutsideReport report, ObjectNode node) {
        StudyUid study = report.study();
        node.put("id", report.id());
        node.put("version", report.version());
        node.put("state", report.state().name());
        node.put("made", text(report.made()));
        node.put("issued", text(report.issued()));
        node.put("modality", report.modality());
        node.put("procedure", report.procedure());
        node.put("accession", report.accessionNumber());
        node.put("study", study == null ? "" : study.value());
        node.put("readBy", report.readBy());
        write(node, "identifiers", report.identifiers());
        write(node, "replaces", report.replaces());
        node.put("conclusion", report.conclusion());
        node.put("text", report.text());
        write(node, "papers", report.papers());
        node.put("whole", report.isWhole());
    }

    private static void write(ObjectNode node, String field, Collection<String> all) {
        all.forEach(node.putArray(field)::add);
    }

    static OutsideStore.Kept read(byte[] json) throws StoreException {
        try {
            JsonNode node = MAPPER.readTree(json);
            List<OutsideReport> reports = new ArrayList<>();
            node.path("reports").forEach(each -> reports.add(report(each)));
            return new OutsideStore.Kept(
                    patient(node),
                    Instant.parse(text(node, "asked")),
                    reports,
                    node.path("whole").asBoolean());
        } catch (IOException | RuntimeException e) {
            // its words may quote a patient
            throw new StoreException("services.store.damaged", List.of(), "reports of other systems", null);
        }
    }

    private static Patient patient(JsonNode node) {
        String birth = text(node, "birth");
        return new Patient(
                new PatientId(text(node, "patientId"), text(node, "issuer")),
                new PersonName(text(node, "alphabetic"), text(node, "ideographic"), text(node, "phonetic")),
                birth.isEmpty() ? null : LocalDate.parse(birth),
                Sex.valueOf(text(node, "sex")));
    }

    private static OutsideReport report(JsonNode node) {
        String study = text(node, "study");
        return new OutsideReport(
                text(node, "id"),
                text(node, "version"),
                OutsideState.valueOf(text(node, "state")),
                time(text(node, "made")),
                time(text(node, "issued")),
                text(node, "modality"),
                text(node, "procedure"),
                text(node, "accession"),
                study.isEmpty() ? null : new StudyUid(study),
                text(node, "readBy"),
                Set.copyOf(all(node, "identifiers")),
                Set.copyOf(all(node, "replaces")),
                text(node, "conclusion"),
                text(node, "text"),
                all(node, "papers"),
                node.path("whole").asBoolean());
    }

    private static List<String> all(JsonNode node, String field) {
        List<String> all = new ArrayList<>();
        node.path(field).forEach(each -> all.add(each.asText()));
        return all;
    }

    private static @Nullable LocalDateTime time(String text) {
        return text.isEmpty() ? null : LocalDateTime.parse(text);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
